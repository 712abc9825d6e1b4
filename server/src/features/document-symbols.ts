import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { fieldInfo } from '../seed/fields.ts';
import { fieldSpan, inkOf } from '../seed/ink.ts';
import type { Part } from '../seed/metadata.ts';
import type { Segment } from '../seed/types.ts';
import { firstWords } from '../text/first-words.ts';
import type { Span } from '../text/span.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { positionOf } from './locate.ts';
import { eachBodyItem } from './outline.ts';

export interface DocumentSymbolOptions {
  /** So many symbols of the body at most: nobody reads a longer outline, and editors stumble over it. */
  readonly limit: number;
}

/** Length of a paragraph's name, of a heading's, and of a field's value. */
const LONGEST_NAME = 40;
const LONGEST_TITLE = 80;

const METADATA: SymbolKind = 19; // object
const FIELD: SymbolKind = 7; // property
const SECTION: SymbolKind = 3; // namespace
const PARAGRAPH: SymbolKind = 15; // string

/**
 * The outline of a seed: its metadata field by field, the body by sections and paragraphs, the footer. Where the body
 * has more than `limit` of them, headings go before paragraphs and the first before the last.
 */
export function documentSymbols(snapshot: SeedSnapshot, { limit }: DocumentSymbolOptions): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  if (snapshot.header) add(symbols, partSymbol(snapshot, 'header', snapshot.header, 0));
  symbols.push(...bodySymbols(snapshot, limit));
  if (snapshot.footer) add(symbols, partSymbol(snapshot, 'footer', snapshot.footer, snapshot.footerLine));
  return symbols;
}

function bodySymbols(snapshot: SeedSnapshot, limit: number): DocumentSymbol[] {
  let headings = 0;
  eachBodyItem(snapshot, ({ heading }) => {
    if (heading) headings++;
  });
  let headingsLeft = Math.min(headings, limit);
  let paragraphsLeft = limit - headingsLeft;
  const symbols: DocumentSymbol[] = [];
  const open: { symbol: DocumentSymbol; level: number; children: DocumentSymbol[] }[] = [];
  eachBodyItem(snapshot, ({ segment, ink, heading }, line) => {
    const range = { start: positionOf(segment, line, ink.start), end: positionOf(segment, line, ink.end) };
    if (heading) {
      for (let top = open.at(-1); top !== undefined && top.level >= heading.level; top = open.at(-1)) open.pop();
    }
    // Every section that is still open reaches as far as what stands in it.
    for (const { symbol } of open) symbol.range = { start: symbol.range.start, end: range.end };
    const siblings = open.at(-1)?.children ?? symbols;
    if (heading) {
      if (headingsLeft-- <= 0) return;
      const children: DocumentSymbol[] = [];
      const name = named(firstWords(heading.title, LONGEST_TITLE));
      const symbol: DocumentSymbol = { name, kind: SECTION, range, selectionRange: range, children };
      siblings.push(symbol);
      open.push({ symbol, level: heading.level, children });
    } else if (paragraphsLeft-- > 0) {
      siblings.push({ name: paragraphName(segment, ink), kind: PARAGRAPH, range, selectionRange: range });
    }
  });
  return symbols;
}

const names = new WeakMap<Segment, string>();

function paragraphName(segment: Segment, { start, end }: Span): string {
  let name = names.get(segment);
  if (name === undefined) {
    name = named(firstWords(segment.text.slice(start, end), LONGEST_NAME));
    names.set(segment, name);
  }
  return name;
}

/** The header or the footer, with a child for each of its fields. */
function partSymbol(snapshot: SeedSnapshot, part: Part, segment: Segment, line: number): DocumentSymbol | undefined {
  const ink = inkOf(segment);
  if (ink === undefined) return undefined;
  const fields = snapshot.metadata.fields.flatMap((each) => (each.part === part ? [each.field] : []));
  let { start, end } = ink;
  for (const field of fields) {
    const span = fieldSpan(field);
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  const rangeOf = (span: Span) => ({
    start: positionOf(segment, line, span.start),
    end: positionOf(segment, line, span.end),
  });
  const children = fields.map((field): DocumentSymbol => {
    const range = rangeOf(fieldSpan(field));
    const selectionRange = rangeOf(field.name === '' ? field.valueSpan : field.nameSpan);
    const name = (field.key === undefined ? field.name.trim() : fieldInfo(field.key).label) || 'Field';
    const detail = firstWords(field.value, LONGEST_TITLE);
    return { name, ...(detail === '' ? {} : { detail }), kind: FIELD, range, selectionRange };
  });
  const title = part === 'header' ? fields.find(({ key }) => key === 'title') : undefined;
  return {
    name: part === 'header' ? 'Metadata' : 'Footer',
    kind: METADATA,
    range: rangeOf({ start, end }),
    // What an editor keeps in view for the header is its title, rather than the dashes of front matter.
    selectionRange: rangeOf(title && title.value !== '' ? fieldSpan(title) : { start: ink.start, end: ink.start }),
    children,
  };
}

/** Editors refuse a symbol without a name, and show nothing of one without ink. */
function named(name: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : '…';
}

function add(symbols: DocumentSymbol[], symbol: DocumentSymbol | undefined): void {
  if (symbol) symbols.push(symbol);
}
