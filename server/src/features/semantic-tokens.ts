import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../protocol.ts';
import type { Chunk, Sequence } from '../text/sequence.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';

export const legend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

const TYPE_INDEX: ReadonlyMap<string, number> = new Map(TOKEN_TYPES.map((type, index) => [type, index]));
const ANNOTATED = 1 << TOKEN_MODIFIERS.indexOf('annotated');
const SUGGESTED = 1 << TOKEN_MODIFIERS.indexOf('suggested');

/** Numbers of a token in LSP's encoding, and in ours: line, character, length, type, modifiers. */
const SIZE = 5;

/**
 * Tokens of a section: five numbers each, the line counted from the section's first, the character from its line's
 * start. Kept with the section, which never changes.
 */
const encoded = new WeakMap<Section, readonly number[]>();

/** Token type of a type id: its own, or the colour that the project gives it. */
type Paint = (type: string) => number | undefined;

/** Works out the tokens of a chunk of sections, so that those of a long text are made in slices. */
export function tokenWork(snapshot: SeedSnapshot): (chunk: Chunk<Section>) => void {
  const paint = painter(snapshot);
  return (chunk) => {
    if (!counts.has(chunk)) counts.set(chunk, countTokens(chunk.items, chunk.items.length, paint));
  };
}

export function semanticTokens(snapshot: SeedSnapshot): SemanticTokens {
  const paint = painter(snapshot);
  const writer = new Writer();
  let line = 0;
  snapshot.sections.each((section) => {
    writer.write(tokensOf(section, paint), line);
    line += section.lineCount;
  });
  return { data: writer.data };
}

/** Tokens of the lines from `first` to `last`, both included. */
export function semanticTokensRange(snapshot: SeedSnapshot, first: number, last: number): SemanticTokens {
  const paint = painter(snapshot);
  const writer = new Writer();
  const from = snapshot.sections.find(first);
  if (!from) return { data: [] };
  let line = from.start;
  snapshot.sections.each((section) => {
    if (line <= last) writer.write(tokensOf(section, paint), line, first, last);
    line += section.lineCount;
  }, from.index);
  return { data: writer.data };
}

/**
 * What turns the tokens of an older state of the document into those of the present one: one edit, whose size is that
 * of the sections that changed. Sections shared by both states are skipped unread.
 */
export function semanticTokensDelta(before: Sequence<Section>, snapshot: SeedSnapshot): SemanticTokensDelta {
  const after = snapshot.sections;
  if (before === after) return { edits: [] };
  const paint = painter(snapshot);
  const { prefix, suffix } = before.difference(after);
  const start = countBefore(after, prefix, paint);
  let deleteCount = countBefore(before, before.length - suffix, paint) - start;
  const writer = new Writer();
  // Sections begin on lines of their own: which character the last token before stands at does not matter.
  writer.line = lastTokenLine(after, prefix, paint);
  let line = after.before(prefix);
  after.each(
    (section) => {
      writer.write(tokensOf(section, paint), line);
      line += section.lineCount;
    },
    prefix,
    after.length - suffix,
  );
  // The first token behind the change counts its line from the one before it, which may be another one now.
  for (let i = after.length - suffix; i < after.length; i++) {
    const section = after.at(i);
    const tokens = tokensOf(section, paint);
    if (tokens.length > 0) {
      writer.write(tokens.slice(0, SIZE), line);
      deleteCount += SIZE;
      break;
    }
    line += section.lineCount;
  }
  return { edits: [{ start, deleteCount, data: writer.data }] };
}

/** Numbers that the tokens of the sections before `index` take. */
function countBefore(sections: Sequence<Section>, index: number, paint: Paint): number {
  let numbers = 0;
  sections.eachChunk((chunk, first) => {
    if (first + chunk.items.length <= index) {
      let known = counts.get(chunk);
      if (known === undefined) {
        known = countTokens(chunk.items, chunk.items.length, paint);
        counts.set(chunk, known);
      }
      numbers += known;
    } else if (first < index) numbers += countTokens(chunk.items, index - first, paint);
  });
  return numbers;
}

function countTokens(sections: readonly Section[], to: number, paint: Paint): number {
  let numbers = 0;
  for (let i = 0; i < to; i++) numbers += tokensOf(sections[i] as Section, paint).length;
  return numbers;
}

const counts = new WeakMap<Chunk<Section>, number>();

function painter(snapshot: SeedSnapshot): Paint {
  const { types } = snapshot.knowledge.project;
  return (type) => TYPE_INDEX.get(types.find(({ id }) => id === type)?.color ?? type);
}

function tokensOf(section: Section, paint: Paint): readonly number[] {
  const known = encoded.get(section);
  if (known) return known;
  const tokens: number[] = [];
  const { text, lineStarts } = section.segment;
  let line = 0;
  for (const span of section.painted) {
    const type = paint(span.type);
    if (type === undefined) continue;
    const modifiers = (span.annotated ? ANNOTATED : 0) | (span.suggested ? SUGGESTED : 0);
    for (let start = span.start; start < span.end; ) {
      while (line + 1 < lineStarts.length && (lineStarts[line + 1] as number) <= start) line++;
      const lineStart = lineStarts[line] as number;
      const lineEnd = lineStarts[line + 1] ?? text.length;
      let end = Math.min(span.end, lineEnd);
      while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--;
      if (end > start) tokens.push(line, start - lineStart, end - start, type, modifiers);
      start = Math.min(span.end, lineEnd);
    }
  }
  encoded.set(section, tokens);
  return tokens;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function lastTokenLine(sections: Sequence<Section>, before: number, paint: Paint): number {
  for (let i = before - 1; i >= 0; i--) {
    const tokens = tokensOf(sections.at(i), paint);
    if (tokens.length > 0) return sections.before(i) + (tokens[tokens.length - SIZE] as number);
  }
  return 0;
}

/** Writes tokens in LSP's relative encoding. */
class Writer {
  readonly data: number[] = [];
  line = 0;
  character = 0;

  /** Adds a section's tokens, the section beginning at `base`; those outside of the lines `first` to `last` are left out. */
  write(tokens: readonly number[], base: number, first = 0, last = Number.MAX_SAFE_INTEGER): void {
    for (let i = 0; i < tokens.length; i += SIZE) {
      const line = base + (tokens[i] as number);
      if (line < first || line > last) continue;
      const character = tokens[i + 1] as number;
      this.data.push(
        line - this.line,
        line === this.line ? character - this.character : character,
        tokens[i + 2] as number,
        tokens[i + 3] as number,
        tokens[i + 4] as number,
      );
      this.line = line;
      this.character = character;
    }
  }
}
