import type { DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { CJK, classAt, classBefore, DIGIT, isLetter, MARK } from '../text/characters.ts';
import type { Position } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { isWordToken, tokenize } from '../text/tokens.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { innermost, locate, type Place, rangeIn } from './locate.ts';

export interface DocumentHighlightOptions {
  /** So many places at most, those nearest to the position: more is a background, not a highlight. */
  readonly limit: number;
}

const TEXT: DocumentHighlightKind = 1;
/** A longer word is not looked for, and no more of a line is read to find where a word begins. */
const LONGEST_WORD = 200;

/** Hands over, in order, the spans of a section that mean what is looked for. */
type Finder = (section: Section, take: (start: number, end: number) => void) => void;

interface Found extends Span {
  readonly section: Section;
  readonly line: number;
}

/**
 * All places that mean what stands at a position: the same entity, the same name with the same type, annotations of
 * either; of a plain word the same word. Undefined where nothing of that kind stands.
 */
export function documentHighlights(
  snapshot: SeedSnapshot,
  position: Position,
  { limit }: DocumentHighlightOptions,
): DocumentHighlight[] | undefined {
  const place = locate(snapshot, position);
  if (!place) return undefined;
  const find = namedFinder(snapshot, place) ?? wordFinder(place);
  if (!find) return undefined;
  const before: Found[] = [];
  const behind: Found[] = [];
  let line = 0;
  snapshot.sections.each((section) => {
    if (behind.length < limit)
      find(section, (start, end) => {
        if (line > place.line || (line === place.line && end >= place.offset)) {
          if (behind.length < limit) behind.push({ section, line, start, end });
          return;
        }
        before.push({ section, line, start, end });
        // Of a word that stands everywhere only the nearest places are kept.
        if (before.length >= 2 * limit) before.splice(0, before.length - limit);
      });
    line += section.lineCount;
  });
  const half = limit >> 1;
  const fromBefore = Math.min(before.length, Math.max(half, limit - behind.length));
  const found = [...before.slice(before.length - fromBefore), ...behind.slice(0, limit - fromBefore)];
  return found.map((span) => ({ range: rangeIn(span.section, span.line, span), kind: TEXT }));
}

/** By the annotation, name or time at the place. */
function namedFinder(snapshot: SeedSnapshot, { section, offset }: Place): Finder | undefined {
  const annotations = new Map(snapshot.annotations.map(({ annotation }) => [annotation.id, annotation]));
  const annotated = innermost(
    section.annotations.filter(({ status }) => status !== 'rejected'),
    offset,
  );
  const annotation = annotated && annotations.get(annotated.id);
  const mention = innermost(section.analysis.mentions, offset);
  if (annotation !== undefined) {
    const entity = annotation.entity ?? (mention?.type === annotation.type ? mention.entity : undefined);
    return sameName(annotations, annotation.quote.join(' … '), annotation.type, entity);
  }
  if (mention !== undefined) return sameName(annotations, textOf(section, mention), mention.type, mention.entity);
  const time = innermost(section.analysis.times, offset);
  if (time === undefined) return undefined;
  const text = textOf(section, time);
  return (each, take) => {
    for (const other of each.analysis.times) if (isText(each, other, text)) take(other.start, other.end);
  };
}

function sameName(
  annotations: ReadonlyMap<string, SeedSnapshot['annotations'][number]['annotation']>,
  text: string,
  type: string,
  entity: string | undefined,
): Finder {
  return (section, take) => {
    const spans: Span[] = [];
    const hidden: Span[] = [];
    for (const local of section.annotations) {
      if (local.status === 'rejected') {
        if (local.type === type) hidden.push(local);
        continue;
      }
      const other = annotations.get(local.id);
      if (other === undefined) continue;
      const isSame =
        entity !== undefined && other.entity !== undefined
          ? other.entity === entity
          : other.type === type && other.quote.join(' … ') === text;
      if (isSame) spans.push(local);
      // What people said of a span goes before what was recognised there.
      hidden.push(local);
    }
    for (const mention of section.analysis.mentions) {
      const isSame =
        entity !== undefined && mention.entity !== undefined
          ? mention.entity === entity
          : mention.type === type && isText(section, mention, text);
      if (isSame && !hidden.some(({ start, end }) => start === mention.start && end === mention.end))
        spans.push(mention);
    }
    for (const { start, end } of spans.sort((a, b) => a.start - b.start)) take(start, end);
  };
}

/** By the plain word at the place: the same word, as it is written. */
function wordFinder({ section, offset }: Place): Finder | undefined {
  const word = wordAt(section.segment.text, offset);
  if (word === undefined) return undefined;
  return (each, take) => {
    const { text } = each.segment;
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (isEdge(classBefore(text, at), classAt(text, at)) && isEdge(classAt(text, end), classBefore(text, end)))
        take(at, end);
    }
  };
}

function wordAt(text: string, offset: number): string | undefined {
  const from = Math.max(0, offset - LONGEST_WORD);
  const piece = text.slice(from, offset + LONGEST_WORD);
  // The possessive ’s is a word to the tokenizer, and none to a reader.
  const words = tokenize(piece).filter((token) => isWordToken(token) && !/['’ʼ]/.test(piece.charAt(token.start)));
  const word = innermost(words, offset - from);
  if (word === undefined || (word.start === 0 && from > 0) || word.end === 2 * LONGEST_WORD) return undefined;
  return piece.slice(word.start, word.end);
}

/** Whether a word may end between two characters: not between letters, digits and what belongs to them. */
function isEdge(outside: number, inside: number): boolean {
  if (outside === CJK || inside === CJK) return outside !== inside;
  return !isLetter(outside) && outside !== DIGIT && outside !== MARK;
}

function textOf(section: Section, { start, end }: Span): string {
  return section.segment.text.slice(start, end);
}

function isText(section: Section, { start, end }: Span, text: string): boolean {
  return end - start === text.length && section.segment.text.startsWith(text, start);
}
