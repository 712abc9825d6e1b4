import { readProject } from '../project/read.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { compileGlob } from '../text/glob.ts';
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

/** Edits of a project file, or why there are none, with the place where that can be seen. */
export type SeedGlobChange =
  | { readonly edits: readonly TextEdit[] }
  | { readonly problem: string; readonly span?: Span | undefined };

/**
 * Adds a glob to the `seeds:` of a `seedmark.yaml`; no other byte of the file changes.
 *
 * @param text undefined where there is no such file yet.
 */
export function addSeedGlob(text: string | undefined, glob: string): SeedGlobChange {
  const before = text ?? '';
  const { root, broken, problems } = readYaml(before);
  const [slip] = problems;
  if (broken) {
    return {
      problem: 'seedmark.yaml cannot be read as YAML, so nothing was written into it. Correct it first.',
      span: slip?.span,
    };
  }
  if (readProject(before).project.seeds.includes(glob)) return { edits: [] };
  if (root !== undefined && root.kind !== 'map' && !isNothing(root)) {
    return { problem: 'seedmark.yaml should hold “key: value” lines. Correct it first.', span: root.span };
  }
  const edit = root?.kind === 'map' ? inMap(before, root, glob) : atEnd(before, freshLines(glob));
  if (edit === undefined || !isRight(before, edit, glob)) {
    const span = root?.kind === 'map' ? root.entries.get('seeds')?.keySpan : undefined;
    return {
      problem: `The glob cannot be added to “seeds:” as that is written. Add ${quoteYaml(glob)} by hand.`,
      span,
    };
  }
  return { edits: [edit] };
}

/** A path as a glob that means it and nothing much else. */
export function globOfPath(path: string): string {
  // Globs have no way to write these signs, but for the sign that stands for any one.
  return path.replace(/[{},]/g, '?');
}

/** Globs for files like one, from the narrowest to the widest; `path` is relative to the project's folder. */
export function globsLike(path: string): string[] {
  const slash = path.lastIndexOf('/');
  const folder = globOfPath(path.slice(0, slash + 1));
  const dot = path.lastIndexOf('.');
  const files = dot > slash + 1 ? `*${globOfPath(path.slice(dot))}` : '*';
  const globs = [folder + files, `${folder}**/${files}`];
  const top = folder.slice(0, folder.indexOf('/') + 1);
  if (top !== folder) globs.push(`${top}**/${files}`);
  return globs.filter((glob, i) => globs.indexOf(glob) === i && compileGlob(glob).test(path));
}

function freshLines(glob: string, column = 0): string[] {
  const pad = ' '.repeat(column);
  return [`${pad}seeds:`, `${pad}  - ${quoteYaml(glob)}`];
}

/** A file of comments and document markers only, or nothing. */
function atEnd(text: string, lines: readonly string[]): TextEdit {
  const marker = /^---(?=\s|$)/m.exec(text);
  const end = /^\.\.\.(?=\s|$)/m.exec(text);
  const offset = end?.index ?? (marker ? lineBehind(text, marker.index + 3) : text.length);
  return insertLines(text, offset, lines, lineEndOf(text));
}

function inMap(text: string, root: YamlMap, glob: string): TextEdit | undefined {
  const pair = root.entries.get('seeds');
  if (pair === undefined) return root.flow ? addFlowKey(root, glob) : addKey(text, root, glob);
  const { value } = pair;
  if (value.alias || value.kind === 'map') return undefined;
  if (value.kind === 'scalar') return fill(text, root, pair, glob);
  if (value.flow) return addFlowItem(text, value, glob, isJson(root));
  const column = dashColumn(text, value);
  const last = value.items.at(-1);
  if (last === undefined || !beginsLine(text, last.start)) return undefined;
  const line = `${' '.repeat(column)}- ${quoteYaml(glob)}`;
  return insertLines(text, entryEnd(text, last.end, column), [line], lineEndOf(text));
}

function addKey(text: string, root: YamlMap, glob: string): TextEdit {
  const column = keyColumn(text, root);
  const end = root.pairs.at(-1)?.end ?? root.span.end;
  return insertLines(text, entryEnd(text, end, column), freshLines(glob, column), lineEndOf(text));
}

function addFlowKey(root: YamlMap, glob: string): TextEdit {
  const json = isJson(root) || root.pairs.length === 0;
  const last = root.pairs.at(-1);
  const at = last?.end ?? root.span.start + 1;
  const newText = `${last ? ', ' : ''}${json ? '"seeds"' : 'seeds'}: [${flowText(glob, json)}]`;
  return { start: at, end: at, newText };
}

/** "seeds:" with nothing behind it, or with one glob that stands for a list of one. */
function fill(text: string, root: YamlMap, pair: YamlPair, glob: string): TextEdit {
  const { value } = pair;
  if (value.kind !== 'scalar' || isNothing(value) || value.value === '') {
    const written = value.span.end > value.span.start;
    if (root.flow) {
      const list = `[${flowText(glob, isJson(root))}]`;
      return written ? { ...value.span, newText: list } : { start: pair.head, end: pair.head, newText: ` ${list}` };
    }
    const line = `${' '.repeat(keyColumn(text, root) + 2)}- ${quoteYaml(glob)}`;
    if (!written) return insertLines(text, lineBehind(text, pair.head), [line], lineEndOf(text));
    const eol = lineEndOf(text);
    return { start: pair.head, end: value.span.end, newText: `${eol}${line}` };
  }
  const json = isJson(root);
  return { ...value.span, newText: `[${flowText(value.value, json)}, ${flowText(glob, json)}]` };
}

function addFlowItem(text: string, list: YamlSeq, glob: string, json: boolean): TextEdit {
  const written = flowText(glob, json);
  const last = list.items.at(-1);
  if (last === undefined) return { start: list.span.start + 1, end: list.span.start + 1, newText: written };
  // In lines of their own, the new one gets a line, too.
  const own = beginsLine(text, last.start) && lineStart(text, last.start) > list.span.start;
  const separator = own ? `,${lineEndOf(text)}${' '.repeat(columnOf(text, last.start))}` : ', ';
  if (last.comma === undefined) return { start: last.end, end: last.end, newText: separator + written };
  return { start: last.comma + 1, end: last.comma + 1, newText: `${separator.slice(1)}${written},` };
}

function flowText(glob: string, json: boolean): string {
  return json ? doubleQuoted(glob) : quoteYaml(glob, true);
}

/** A mapping in braces whose first key is quoted is taken for JSON and kept so. */
function isJson(root: YamlMap): boolean {
  const first = root.pairs[0];
  return root.flow && first !== undefined && first.keySpan.end - first.keySpan.start === first.key.length + 2;
}

/** Whether the file, read again, has the glob behind all others and is otherwise as it was. */
function isRight(text: string, edit: TextEdit, glob: string): boolean {
  const [before, after] = [readProject(text), readProject(applyEdits(text, [edit]))];
  const plain = ({ project }: typeof before) => JSON.stringify({ ...project, seeds: [] });
  return (
    after.problems.length <= before.problems.length &&
    JSON.stringify(after.project.seeds) === JSON.stringify([...before.project.seeds, glob]) &&
    plain(before) === plain(after)
  );
}
