import { readProject } from '../project/read.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { doubleQuoted, quoteYaml } from '../yaml/quote.ts';
import { readYaml, type YamlMap, type YamlPair, type YamlSeq } from '../yaml/read.ts';
import {
  beginsLine,
  columnOf,
  dashColumn,
  entryEnd,
  insertLines,
  keyColumn,
  lineBehind,
  lineEndOf,
  lineStart,
} from '../yaml/splice.ts';
import { isNothing } from '../yaml/values.ts';

/** The lists of texts of a project file that commands add to. */
export type ListKey = 'seeds' | 'never';

/** Edits of a project file, or why there are none, with the place where that can be seen. */
export type ProjectChange =
  | { readonly edits: readonly TextEdit[] }
  | { readonly problem: string; readonly span?: Span | undefined };

/**
 * Adds a text to a list of a `seedmark.yaml`; no other byte of the file changes.
 *
 * @param text undefined where there is no such file yet.
 */
export function addToProject(text: string | undefined, key: ListKey, entry: string): ProjectChange {
  const before = text ?? '';
  const { root, broken, problems } = readYaml(before);
  const [slip] = problems;
  if (broken) {
    return {
      problem: 'seedmark.yaml cannot be read as YAML, so nothing was written into it. Correct it first.',
      span: slip?.span,
    };
  }
  if (readProject(before).project[key].includes(entry)) return { edits: [] };
  if (root !== undefined && root.kind !== 'map' && !isNothing(root)) {
    return { problem: 'seedmark.yaml should hold “key: value” lines. Correct it first.', span: root.span };
  }
  const edit = root?.kind === 'map' ? inMap(before, root, key, entry) : atEnd(before, freshLines(key, entry));
  if (edit === undefined || !isRight(before, edit, key, entry)) {
    const span = root?.kind === 'map' ? root.entries.get(key)?.keySpan : undefined;
    return {
      problem: `Nothing can be added to “${key}:” as that is written. Add ${quoteYaml(entry)} by hand.`,
      span,
    };
  }
  return { edits: [edit] };
}

function freshLines(key: ListKey, entry: string, column = 0): string[] {
  const pad = ' '.repeat(column);
  return [`${pad}${key}:`, `${pad}  - ${quoteYaml(entry)}`];
}

/** A file of comments and document markers only, or nothing. */
function atEnd(text: string, lines: readonly string[]): TextEdit {
  const marker = /^---(?=\s|$)/m.exec(text);
  const end = /^\.\.\.(?=\s|$)/m.exec(text);
  const offset = end?.index ?? (marker ? lineBehind(text, marker.index + 3) : text.length);
  return insertLines(text, offset, lines, lineEndOf(text));
}

function inMap(text: string, root: YamlMap, key: ListKey, entry: string): TextEdit | undefined {
  const pair = root.entries.get(key);
  if (pair === undefined) return root.flow ? addFlowKey(root, key, entry) : addKey(text, root, key, entry);
  const { value } = pair;
  if (value.alias || value.kind === 'map') return undefined;
  if (value.kind === 'scalar') return fill(text, root, pair, entry);
  if (value.flow) return addFlowItem(text, value, entry, isJson(root));
  const column = dashColumn(text, value);
  const last = value.items.at(-1);
  if (last === undefined || !beginsLine(text, last.start)) return undefined;
  const line = `${' '.repeat(column)}- ${quoteYaml(entry)}`;
  return insertLines(text, entryEnd(text, last.end, column), [line], lineEndOf(text));
}

function addKey(text: string, root: YamlMap, key: ListKey, entry: string): TextEdit {
  const column = keyColumn(text, root);
  const end = root.pairs.at(-1)?.end ?? root.span.end;
  return insertLines(text, entryEnd(text, end, column), freshLines(key, entry, column), lineEndOf(text));
}

function addFlowKey(root: YamlMap, key: ListKey, entry: string): TextEdit {
  const json = isJson(root) || root.pairs.length === 0;
  const last = root.pairs.at(-1);
  const at = last?.end ?? root.span.start + 1;
  const newText = `${last ? ', ' : ''}${json ? doubleQuoted(key) : key}: [${flowText(entry, json)}]`;
  return { start: at, end: at, newText };
}

/** A key with nothing behind it, or with one text that stands for a list of one. */
function fill(text: string, root: YamlMap, pair: YamlPair, entry: string): TextEdit {
  const { value } = pair;
  if (value.kind !== 'scalar' || isNothing(value) || value.value === '') {
    const written = value.span.end > value.span.start;
    if (root.flow) {
      const list = `[${flowText(entry, isJson(root))}]`;
      return written ? { ...value.span, newText: list } : { start: pair.head, end: pair.head, newText: ` ${list}` };
    }
    const line = `${' '.repeat(keyColumn(text, root) + 2)}- ${quoteYaml(entry)}`;
    if (!written) return insertLines(text, lineBehind(text, pair.head), [line], lineEndOf(text));
    const eol = lineEndOf(text);
    return { start: pair.head, end: value.span.end, newText: `${eol}${line}` };
  }
  const json = isJson(root);
  return { ...value.span, newText: `[${flowText(value.value, json)}, ${flowText(entry, json)}]` };
}

function addFlowItem(text: string, list: YamlSeq, entry: string, json: boolean): TextEdit {
  const written = flowText(entry, json);
  const last = list.items.at(-1);
  if (last === undefined) return { start: list.span.start + 1, end: list.span.start + 1, newText: written };
  // In lines of their own, the new one gets a line, too.
  const own = beginsLine(text, last.start) && lineStart(text, last.start) > list.span.start;
  const separator = own ? `,${lineEndOf(text)}${' '.repeat(columnOf(text, last.start))}` : ', ';
  if (last.comma === undefined) return { start: last.end, end: last.end, newText: separator + written };
  return { start: last.comma + 1, end: last.comma + 1, newText: `${separator.slice(1)}${written},` };
}

function flowText(entry: string, json: boolean): string {
  return json ? doubleQuoted(entry) : quoteYaml(entry, true);
}

/** A mapping in braces whose first key is quoted is taken for JSON and kept so. */
function isJson(root: YamlMap): boolean {
  const first = root.pairs[0];
  return root.flow && first !== undefined && first.keySpan.end - first.keySpan.start === first.key.length + 2;
}

/** Whether the file, read again, has the text behind all others of the list and is otherwise as it was. */
function isRight(text: string, edit: TextEdit, key: ListKey, entry: string): boolean {
  const [before, after] = [readProject(text), readProject(applyEdits(text, [edit]))];
  const rest = ({ project }: typeof before) =>
    JSON.stringify({ ...project, thresholds: [...project.thresholds], [key]: [] });
  return (
    after.problems.length <= before.problems.length &&
    JSON.stringify(after.project[key]) === JSON.stringify([...before.project[key], entry]) &&
    rest(before) === rest(after)
  );
}
