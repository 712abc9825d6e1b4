import { type Token, tokenize } from '../text/tokens.ts';
import { isDoubtful } from './ambiguous.ts';
import { defaultAliases } from './lists.ts';
import { merge } from './merge.ts';
import { compileTrie, type Hit, matchTrie, type Trie } from './trie.ts';
import type { Alias, Mention, NameMatcher } from './types.ts';
import { unitsOf } from './units.ts';

/**
 * The aliases of the facts files and our own lists of names, ready to be matched. Facts win over lists, and where two
 * names of one kind begin at the same place the longer one.
 *
 * A name matches in its own capitals and in all capitals; a short acronym only exactly as written; a name written in
 * lower case in any. Apostrophes, hyphens, blanks and a line end inside a name are equal to their variants.
 */
export function compileMatcher(aliases: readonly Alias[]): NameMatcher {
  const facts = compileTrie(
    aliases.map(({ text, type, entity }) => ({ text, type, entity, evidence: 'facts' as const, score: 1 })),
  );
  return {
    match(text: string, tokens: readonly Token[] = tokenize(text)): readonly Mention[] {
      const units = unitsOf(text, tokens);
      const known = matchTrie(facts, text, units);
      const listed = matchTrie(defaultTrie(), text, units).filter((hit) => !isDoubtful(hit, text, units));
      return merge(known, listed).map(toMention);
    },
  };
}

let compiledLists: Trie | undefined;

function defaultTrie(): Trie {
  compiledLists ??= compileTrie(defaultAliases());
  return compiledLists;
}

function toMention({ start, end, entry, shared }: Hit): Mention {
  const { type, evidence, score } = entry;
  // Two entities of one name: which of them is meant, the name alone does not say.
  const entity = shared ? undefined : entry.entity;
  return entity === undefined ? { start, end, type, evidence, score } : { start, end, type, evidence, score, entity };
}
