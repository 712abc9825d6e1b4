import { readFacts, slug } from '../facts/read.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { appendToList, listLines } from '../yaml/append.ts';
import { type EntryPair, entryLines } from '../yaml/entry.ts';
import { readYaml } from '../yaml/read.ts';
import { dashColumn, entryEnd, insertLines, lineEndOf } from '../yaml/splice.ts';

/** An entry that is to be made. */
export interface NewEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

/** Adds an entry to the end of a facts file; no other byte of it changes. `text` is undefined where there is no file yet. */
export function newEntityEdit(
  text: string | undefined,
  { id, type, name }: NewEntity,
): { readonly edits: TextEdit[] } | { readonly problem: string; readonly span?: Span | undefined } {
  const before = text ?? '';
  const { root, broken, problems } = readYaml(before);
  if (broken)
    return {
      problem: 'The facts file cannot be read as YAML, so nothing was written into it. Correct it first.',
      span: problems[0]?.span,
    };
  const pairs: EntryPair[] = [
    { key: 'id', value: id },
    { key: 'type', value: type },
    { key: 'name', value: name },
  ];
  const edits = added(before, root, pairs);
  const [old, now] = [readFacts(before), edits && readFacts(applyEdits(before, edits))];
  const last = now?.entities.at(-1);
  const kept =
    now !== undefined &&
    now.entities.length === old.entities.length + 1 &&
    now.problems.length <= old.problems.length &&
    old.entities.every((entity, i) => saying(entity) === saying(now.entities[i]));
  if (edits !== undefined && kept && last?.id === id && last.name === name && last.type === type) return { edits };
  return {
    problem: 'Nothing can be added to the facts file as it is written. Add the entry by hand.',
    span: root?.span,
  };
}

function added(
  text: string,
  root: ReturnType<typeof readYaml>['root'],
  pairs: readonly EntryPair[],
): TextEdit[] | undefined {
  if (root?.kind === 'map') return appendToList(text, root, 'entities', [pairs]);
  if (root?.kind === 'seq' && !root.flow && root.items.length > 0) {
    const column = dashColumn(text, root);
    const end = root.items.at(-1)?.end ?? root.span.end;
    return [insertLines(text, entryEnd(text, end, column), entryLines(pairs, column, 2), lineEndOf(text))];
  }
  // Nothing but comments: they stay on top.
  if (root !== undefined && !(root.kind === 'scalar' && root.value === '')) return undefined;
  return [insertLines(text, text.length, listLines('entities', [pairs], 0, 2), lineEndOf(text))];
}

/** An id made of a name that none of the known entities has. */
export function freshEntityId(name: string, taken: (id: string) => boolean): string {
  const base = slug(name) || 'entity';
  const id = /^\p{L}/u.test(base) ? base : `e-${base}`;
  if (!taken(id)) return id;
  for (let number = 2; ; number++) if (!taken(`${id}-${number}`)) return `${id}-${number}`;
}

/** All that an entry says, wherever it stands. */
function saying(entity: object | undefined): string {
  return JSON.stringify(entity, (key, value) =>
    /^(?:entry|spans?|(?:id|type|name)Span)$/.test(key) ? undefined : value,
  );
}
