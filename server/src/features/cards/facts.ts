import { readSource } from '../../facts/source.ts';
import type { Entity, Grounds } from '../../facts/types.ts';
import type { KnownEntity } from '../../workspace/snapshot.ts';
import { escapeMarkdown, externalLink, fileLink } from '../markdown.ts';
import type { EntityContext } from './entity.ts';
import type { HoverOptions } from './options.ts';

/** Facts shown in a card: more would push the rest out of sight. */
const MOST_FACTS = 5;
/** So much of a fact is shown: a row of three lines is hard to read. */
const LONGEST = 120;

/** What the facts files say of an entity, and how it is related to others, as a table; undefined where they say nothing. */
export function factsTable({ entity, uri }: KnownEntity, context: EntityContext, options: HoverOptions) {
  const facts = [
    ...entity.facts.map((fact) => ({ ...fact, what: fact.what })),
    ...entity.relations.map((relation) => ({ ...relation, ...wordsOf(relation, context) })),
  ];
  if (facts.length === 0) return undefined;
  const rows = facts.slice(0, MOST_FACTS).map((fact) => {
    const grounds = [escapeMarkdown(whenOf(fact)), sourceOf(fact, uri, options)].filter((one) => one !== '');
    return `| ${escapeMarkdown(fact.what, LONGEST)} | ${escapeMarkdown(fact.value, LONGEST)} | ${grounds.join(' · ')} |`;
  });
  const more = facts.length - rows.length;
  return ['| | | |', '|:--|:--|:--|', ...rows, ...(more > 0 ? [`| | *${more} more* | |`] : [])].join('\n');
}

function wordsOf(
  { type, entity }: Entity['relations'][number],
  { project, entities }: EntityContext,
): { readonly what: string; readonly value: string } {
  const label = project.relations.find(({ id }) => id === type)?.label ?? type;
  return { what: label, value: entities.get(entity)?.entity.name ?? entity };
}

function whenOf({ on, from, to }: Grounds): string {
  return on ?? [from, to].filter((one) => one !== undefined).join(' – ');
}

/** A link to an address, or to the line of a seed that is there; else the words of the source. */
function sourceOf({ source }: Grounds, factsUri: string, { trusted, sourceFile }: HoverOptions): string {
  if (source === undefined) return '';
  if (/^https:/i.test(source)) return externalLink('source', source, trusted);
  const file = trusted ? sourceFile?.(factsUri, source) : undefined;
  if (file === undefined) return escapeMarkdown(source, LONGEST);
  return fileLink('source', file, (readSource(source).line ?? 1) - 1);
}
