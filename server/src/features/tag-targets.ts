import type { EntityType, TypeAttribute } from '../project/types.ts';
import type { AttributeChoice, PrepareTagResult, Range, TypeChoice } from '../protocol.ts';
import type { Span } from '../text/span.ts';
import { isWordToken, type Token, tokenize } from '../text/tokens.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { innermost, locate, rangeIn } from './locate.ts';

/** What a selection is taken to mean: blanks and punctuation at its edges off; nothing selected means the mention or word there. */
export function tagTargets(snapshot: SeedSnapshot, selections: readonly Range[]): PrepareTagResult {
  const { lines } = snapshot;
  const targets = new Map<string, PrepareTagResult['targets'][number]>();
  for (const selection of selections) {
    const start = lines.offsetAt(selection.start);
    const end = lines.offsetAt(selection.end);
    const found =
      start === end
        ? underCursor(snapshot, selection.start)
        : trimmed(snapshot, Math.min(start, end), Math.max(start, end));
    if (!found) continue;
    const key = `${found.start.line}:${found.start.character}-${found.end.line}:${found.end.character}`;
    const text = lines.toString().slice(lines.offsetAt(found.start), lines.offsetAt(found.end));
    targets.set(key, {
      range: { start: found.start, end: found.end },
      text,
      ...(found.type === undefined ? {} : { type: found.type }),
    });
  }
  return {
    targets: [...targets.values()].sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    ),
    types: typeChoices(snapshot),
  };
}

/** The types of the project, as a picker offers them. */
export function typeChoices({ knowledge }: SeedSnapshot): TypeChoice[] {
  return knowledge.project.types.map(typeChoice);
}

function typeChoice({ id, label, key, description, color, attributes }: EntityType): TypeChoice {
  return { id, label, key, description, color, attributes: attributes.map(attributeChoice) };
}

function attributeChoice({ id, label, description, values }: TypeAttribute): AttributeChoice {
  return {
    ...{ id, label },
    ...(description === '' ? {} : { description }),
    ...(values === undefined ? {} : { values }),
  };
}

function underCursor(snapshot: SeedSnapshot, position: Range['start']): (Range & { type?: string }) | undefined {
  const place = locate(snapshot, position);
  if (!place) return undefined;
  const { section, line, offset } = place;
  const known = innermost([...section.analysis.mentions, ...section.analysis.times], offset);
  if (known) return { ...rangeIn(section, line, known), type: known.type };
  const { text, lineStarts } = section.segment;
  const lineIndex = snapshot.lines.clamp(position).line - line;
  const from = lineStarts[lineIndex] ?? 0;
  const words = tokenize(text.slice(from, lineStarts[lineIndex + 1] ?? text.length)).filter(isWordToken);
  const word = innermost(words, offset - from);
  return word && rangeIn(section, line, { start: word.start + from, end: word.end + from });
}

/** The selection from its first word to its last; undefined when it holds none. */
function trimmed(snapshot: SeedSnapshot, start: number, end: number): (Range & { type?: string }) | undefined {
  const { lines } = snapshot;
  const text = lines.toString().slice(start, end);
  const tokens = tokenize(text).filter(isContent);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return undefined;
  const span: Span = { start: start + first.start, end: start + last.end };
  const range = { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
  const place = locate(snapshot, range.start);
  const length = span.end - span.start;
  const known = place?.section.analysis.mentions.find((m) => m.start === place.offset && m.end - m.start === length);
  return known ? { ...range, type: known.type } : range;
}

/** Words, and signs that belong to a value ("$", "%"). */
function isContent(token: Token): boolean {
  return isWordToken(token) || token.kind === 'symbol';
}
