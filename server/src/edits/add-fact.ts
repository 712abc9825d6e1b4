import type { TextEdit } from '../text/edit.ts';
import { appendToList } from '../yaml/append.ts';
import type { EntryPair } from '../yaml/entry.ts';
import { checked, entryOf, factsTree, type Refused, sayingOf } from './facts-entries.ts';

/** A fact that is to be added to an entry. */
export interface NewFact {
  readonly what: string;
  readonly value: string;
  /** ISO date on which it holds. */
  readonly on?: string | undefined;
  readonly source?: string | undefined;
}

/** Adds a fact to the end of those that an entry has; no other byte of the file changes. */
export function addFactEdit(text: string, id: string, fact: NewFact): { readonly edits: TextEdit[] } | Refused {
  const tree = factsTree(text);
  if ('problem' in tree) return tree;
  const found = entryOf(tree, id);
  if ('problem' in found) return found;
  const { what, value, on, source } = fact;
  const pairs: EntryPair[] = [
    { key: 'what', value: what },
    { key: 'value', value },
    ...(on === undefined ? [] : [{ key: 'on', value: on }]),
    ...(source === undefined ? [] : [{ key: 'source', value: source }]),
  ];
  const edits = appendToList(text, found.map, 'facts', [pairs]);
  if (edits === undefined)
    return {
      problem: `The facts of “${found.entity.name}” are not written as a list, so none was added. Correct them first.`,
      span: found.entity.entry,
    };
  const nowhere = { start: 0, end: 0 };
  const added = { ...fact, span: nowhere, spans: { what: nowhere, value: nowhere } };
  const wanted = tree.entries.map(({ entity }) =>
    sayingOf(entity.id === id && entity === found.entity ? { ...entity, facts: [...entity.facts, added] } : entity),
  );
  const refused = checked(text, edits, wanted);
  return refused ? { ...refused, span: found.entity.entry } : { edits };
}
