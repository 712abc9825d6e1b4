import { Composer, type CST, type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, Parser } from 'yaml';
import type { Problem } from '../text/problem.ts';
import { shorten } from '../text/shorten.ts';
import { type Span, shift } from '../text/span.ts';
import { syntaxProblem, walk } from './syntax.ts';

/** A text without structure. Numbers, dates and booleans are such texts too (failsafe schema). */
export interface YamlScalar {
  readonly kind: 'scalar';
  /** With quotes and block indicators, without anchor and tag; empty where nothing is written. */
  readonly span: Span;
  readonly value: string;
  /** Written without quotes and not as a block. */
  readonly plain: boolean;
  /** Stands here through an alias: what is inside has its place elsewhere. */
  readonly alias: boolean;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly flow: boolean;
  readonly alias: boolean;
  /** All pairs in file order, also those whose key came before. */
  readonly pairs: readonly YamlPair[];
  /** The first pair of each key. */
  readonly entries: ReadonlyMap<string, YamlPair>;
}

export interface YamlPair {
  readonly key: string;
  readonly keySpan: Span;
  /** End of colon, anchor and tag: where a value on the same line goes. */
  readonly head: number;
  /** End of what is written: of the value, or the head where there is none. */
  readonly end: number;
  readonly value: YamlNode;
}

export interface YamlSeq {
  readonly kind: 'seq';
  readonly span: Span;
  readonly flow: boolean;
  readonly alias: boolean;
  readonly items: readonly YamlItem[];
}

export interface YamlItem {
  /** The dash of a block list; else the first of anchor, tag and value. */
  readonly start: number;
  /** End of what is written. */
  readonly end: number;
  /** The comma behind it in a flow list. */
  readonly comma: number | undefined;
  readonly value: YamlNode;
}

export type YamlNode = YamlScalar | YamlMap | YamlSeq;

export interface YamlFile {
  /** Undefined where the file says nothing, or nothing that could be read. */
  readonly root: YamlNode | undefined;
  readonly problems: Problem[];
  /** The syntax is broken: nodes may be missing or stand in the wrong place. A repeated key alone does not break it. */
  readonly broken: boolean;
  /** What a line means hangs on the lines around it alone: no anchor, alias or directive reaches it from elsewhere. */
  readonly local: boolean;
}

/** Larger files are refused: nobody writes them by hand, and reading them would block the server. */
export const MAX_SIZE = 8 * 1024 * 1024;
const MAX_DEPTH = 100;
const MAX_ALIASES = 10_000;
/** Nodes that aliases may add, all together. Alias bombs ask for billions. */
const MAX_ALIASED_NODES = 200_000;
const MAX_PROBLEMS = 50;

/** Reads one YAML document. Never throws: what is wrong with the file is in `problems` (code `yaml-syntax`). */
export function readYaml(text: string): YamlFile {
  if (text.length > MAX_SIZE) {
    const size = Math.round(text.length / 1024 / 1024);
    return refused(`This file has ${size} MB; Seedmark reads YAML files of up to 8 MB. Split it into several files.`);
  }
  try {
    if (!text.startsWith('\ufeff')) return read(text);
    // The parser counts a byte order mark as a column, so that the first line would be indented.
    const file = read(text.slice(1));
    const problems = file.problems.map((problem) => ({ ...problem, span: shift(problem.span, 1) }));
    return { ...file, root: file.root && moved(file.root, 1), problems };
  } catch (error) {
    // The parser is not ours; what it throws on odd input must not take a whole workspace down.
    const reason = error instanceof Error ? error.message : String(error);
    return refused(`This file could not be read as YAML (${reason}). Check its syntax.`);
  }
}

/** The node with all offsets moved by `by`. */
export function moved(node: YamlNode, by: number): YamlNode {
  const span = shift(node.span, by);
  if (node.kind === 'scalar') return { ...node, span };
  if (node.kind === 'seq') {
    const items = node.items.map((item) => ({
      start: item.start + by,
      end: item.end + by,
      comma: item.comma === undefined ? undefined : item.comma + by,
      value: moved(item.value, by),
    }));
    return { ...node, span, items };
  }
  return mapWith(
    node,
    span,
    node.pairs.map((pair) => movedPair(pair, moved(pair.value, by), by)),
  );
}

/** A pair moved by `by`, with a value that was moved already. */
export function movedPair({ key, keySpan, head, end }: YamlPair, value: YamlNode, by: number): YamlPair {
  return { key, keySpan: shift(keySpan, by), head: head + by, end: end + by, value };
}

/** A mapping with other pairs. */
export function mapWith(map: YamlMap, span: Span, pairs: readonly YamlPair[]): YamlMap {
  const entries = new Map<string, YamlPair>();
  for (const pair of pairs) if (!entries.has(pair.key)) entries.set(pair.key, pair);
  return { ...map, span, pairs, entries };
}

function refused(message: string, span: Span = { start: 0, end: 0 }): YamlFile {
  return { root: undefined, problems: [{ code: 'yaml-syntax', span, message }], broken: true, local: false };
}

function read(text: string): YamlFile {
  // A lone CR ends a line in YAML; the parser knows LF and CRLF only. Same length, so that offsets stay.
  const source = text.replace(/\r(?!\n)/g, '\n');
  const tokens = [...new Parser().parse(source)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    const span = { start: deep, end: Math.min(deep + 1, text.length) };
    return refused(`Lists and mappings are nested more than ${MAX_DEPTH} deep here. Remove the nesting.`, span);
  }
  const composer = new Composer({
    schema: 'failsafe',
    merge: false,
    resolveKnownTags: false,
    keepSourceTokens: true,
    // Repeated keys are found below, in linear time and without calling the file broken.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(tokens, true, source.length)] as Document.Parsed<ParsedNode>[];
  const [first, second] = documents;
  const problems: Problem[] = [];
  for (const error of documents.flatMap((document) => document.errors)) {
    const problem = syntaxProblem(error, text, tokens);
    // One slip makes the parser complain several times; the first time says most.
    const previous = problems.at(-1);
    if (previous === undefined || /[\r\n]/.test(text.slice(previous.span.start, problem.span.start)))
      problems.push(problem);
  }
  if (second !== undefined) {
    const start = Math.max(0, second.range[0]);
    const span = { start, end: Math.min(text.length, start + 3) };
    problems.push({
      code: 'yaml-syntax',
      span,
      message: "A second YAML document begins here; only the first is read. Remove the '---' line or what follows it.",
    });
  }
  let broken = problems.length > 0;
  let local = !tokens.some(({ type }) => type === 'directive');
  let root: YamlNode | undefined;
  if (first?.contents) {
    const view = new View(source);
    root = view.node(first.contents, first.contents.range[0]).node;
    broken ||= view.broken;
    local &&= view.local;
    problems.push(...view.problems);
    if (root.kind === 'scalar' && root.plain && root.value === '') root = undefined;
  }
  problems.sort((a, b) => a.span.start - b.span.start);
  return { root, problems: problems.slice(0, MAX_PROBLEMS), broken, local };
}

/** Offset of the first node that lies too deep. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  for (const { token, depth } of walk(tokens)) if (depth > MAX_DEPTH) return token.offset;
  return undefined;
}

interface Measured {
  readonly node: YamlNode;
  /** Nodes in it, with those that aliases stand for. */
  readonly size: number;
}

/** Our own light view of the parser's nodes: read-only, aliases resolved by sharing, ends where the writing ends. */
class View {
  readonly problems: Problem[] = [];
  broken = false;
  private readonly anchors = new Map<string, Measured | undefined>();
  private aliases = 0;
  private aliased = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Nothing has a name by which it could stand elsewhere, too. */
  get local(): boolean {
    return this.anchors.size === 0 && this.aliases === 0;
  }

  /** `at` is where a node that is not there would stand. */
  node(source: ParsedNode | null | undefined, at: number): Measured {
    if (!source) return { node: scalar({ start: at, end: at }, ''), size: 1 };
    if (isAlias(source)) return this.alias(source.source, spanOf(source.range));
    const anchor = source.anchor;
    // Until it is complete, an alias to it would have no end.
    if (anchor !== undefined) this.anchors.set(anchor, undefined);
    const result = this.content(source);
    if (anchor !== undefined) this.anchors.set(anchor, result);
    return result;
  }

  private content(source: ParsedNode): Measured {
    if (isScalar(source)) {
      const value = typeof source.value === 'string' ? source.value : String(source.source ?? '');
      return { node: scalar(spanOf(source.range), value, source.type === 'PLAIN'), size: 1 };
    }
    if (isSeq(source)) return this.seq(source as unknown as SourceSeq);
    if (isMap(source)) return this.map(source as unknown as SourceMap);
    return { node: scalar(spanOf(source.range), ''), size: 1 };
  }

  private seq(source: SourceSeq): Measured {
    const tokens = source.srcToken?.items.filter(isWritten) ?? [];
    const flow = source.flow === true;
    let size = 1;
    let end = source.range[0];
    const items = source.items.map((child, index): YamlItem => {
      const token = tokens[index];
      const head = headOf(token?.start ?? [], child?.range[0] ?? end);
      const measured = this.node(child, head.end);
      size += measured.size;
      const item: YamlItem = {
        start: flow ? Math.min(head.properties ?? Infinity, measured.node.span.start) : (head.dash ?? head.start),
        end: isEmpty(measured.node) ? head.end : measured.node.span.end,
        comma: flow ? tokenOffset(source.srcToken?.items[index + 1]?.start, 'comma') : undefined,
        value: measured.node,
      };
      end = item.end;
      return item;
    });
    const span = flow ? spanOf(source.range) : { start: source.range[0], end };
    return { node: { kind: 'seq', span, flow, alias: false, items }, size };
  }

  private map(source: SourceMap): Measured {
    const flow = source.flow === true;
    let size = 1;
    let end = source.range[0];
    const entries = new Map<string, YamlPair>();
    const pairs = source.items.map((pair): YamlPair => {
      const key = this.node(pair.key, end).node;
      const head = headOf(pair.srcToken?.sep ?? [], key.span.end);
      const value = this.node(pair.value, head.end);
      size += value.size + 1;
      const result: YamlPair = {
        key: key.kind === 'scalar' ? key.value : this.text.slice(key.span.start, key.span.end),
        keySpan: key.span,
        head: head.end,
        end: isEmpty(value.node) ? head.end : value.node.span.end,
        value: value.node,
      };
      end = result.end;
      if (entries.has(result.key)) this.repeated(result);
      else entries.set(result.key, result);
      return result;
    });
    const span = flow ? spanOf(source.range) : { start: source.range[0], end };
    return { node: { kind: 'map', span, flow, alias: false, pairs, entries }, size };
  }

  private repeated({ key, keySpan }: YamlPair): void {
    const message = `The key "${shorten(key, 40)}" stands here a second time; the first one counts. Remove one of the two.`;
    this.problems.push({ code: 'yaml-syntax', span: keySpan, message });
  }

  private alias(name: string, span: Span): Measured {
    const target = this.anchors.get(name);
    if (target === undefined) {
      const message = this.anchors.has(name)
        ? `The alias *${shorten(name, 40)} stands inside what it names, which would never end. Write the value out.`
        : `There is no anchor &${shorten(name, 40)} above this alias. Write the value out, or correct the name.`;
      return this.unusable(span, message);
    }
    this.aliases++;
    this.aliased += target.size;
    if (this.aliases > MAX_ALIASES || this.aliased > MAX_ALIASED_NODES) {
      return this.unusable(span, 'Too much is repeated through aliases in this file. Write the values out.');
    }
    return { node: { ...target.node, span, alias: true }, size: target.size };
  }

  private unusable(span: Span, message: string): Measured {
    this.broken = true;
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ code: 'yaml-syntax', span, message });
    return { node: { ...scalar(span, ''), alias: true }, size: 1 };
  }
}

// What the view needs of the parser's types; those are wider than what a parse gives.
interface SourceToken {
  readonly type: string;
  readonly offset: number;
  readonly source?: string;
}
interface SourceItem {
  readonly start: readonly SourceToken[];
  readonly sep?: readonly SourceToken[] | undefined;
  readonly key?: unknown;
  readonly value?: unknown;
}
interface SourceSeq {
  readonly range: readonly [number, number, number];
  readonly flow?: boolean | undefined;
  readonly items: readonly (ParsedNode | null)[];
  readonly srcToken?: { readonly items: readonly SourceItem[] };
}
interface SourceMap {
  readonly range: readonly [number, number, number];
  readonly flow?: boolean | undefined;
  readonly items: readonly { key: ParsedNode | null; value: ParsedNode | null; srcToken?: SourceItem }[];
}

function scalar(span: Span, value: string, plain = true): YamlScalar {
  return { kind: 'scalar', span, value, plain, alias: false };
}

function isEmpty(node: YamlNode): boolean {
  return node.span.start === node.span.end;
}

function spanOf(range: readonly [number, number, number]): Span {
  return { start: range[0], end: range[1] };
}

/** Items that became nodes: a comment behind the last one is an item of the token tree, too. */
function isWritten(item: SourceItem): boolean {
  if (item.key || item.value || item.sep) return true;
  return item.start.some(({ type }) => type === 'seq-item-ind' || type === 'anchor' || type === 'tag');
}

/** Dash or colon, anchor and tag in front of a value. */
function headOf(
  tokens: readonly SourceToken[],
  fallback: number,
): { start: number; end: number; dash: number | undefined; properties: number | undefined } {
  let start = fallback;
  let end: number | undefined;
  let dash: number | undefined;
  let properties: number | undefined;
  for (const { type, offset, source } of tokens) {
    if (type === 'space' || type === 'newline' || type === 'comment' || type === 'comma') continue;
    if (end === undefined) start = offset;
    if (type === 'seq-item-ind') dash ??= offset;
    if (type === 'anchor' || type === 'tag') properties ??= offset;
    end = offset + (source?.length ?? 0);
  }
  return { start, end: end ?? fallback, dash, properties };
}

function tokenOffset(tokens: readonly SourceToken[] | undefined, type: string): number | undefined {
  return tokens?.find((token) => token.type === type)?.offset;
}
