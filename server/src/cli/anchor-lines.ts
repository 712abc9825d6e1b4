import { anchorAll } from '../annotations/anchor/anchor.ts';
import type { Anchored, Selector } from '../annotations/anchor/types.ts';
import { filterLines } from './jsonl.ts';

/** `seedmark anchor --jsonl`: says where annotations stand in texts that have changed since; a filter. */
export async function anchorLines(): Promise<number> {
  await filterLines(answer);
  return 0;
}

interface Named extends Selector {
  readonly id: unknown;
}

function answer({ id, text, base, annotations }: Readonly<Record<string, unknown>>): unknown {
  const known = id === undefined ? {} : { id };
  if (typeof text !== 'string') return { ...known, error: '"text" must be a string' };
  if (base !== undefined && base !== null && typeof base !== 'string')
    return { ...known, error: '"base" must be a string; leave it out where there is none' };
  if (!Array.isArray(annotations)) return { ...known, error: '"annotations" must be a list' };
  const selectors: Named[] = [];
  for (const [index, entry] of annotations.entries()) {
    const read = selectorOf(entry);
    if (typeof read === 'string') return { ...known, error: `annotation ${index + 1}: ${read}` };
    selectors.push(read);
  }
  return { ...known, anchors: anchorAll(selectors, { text, base: base ?? undefined }).map(anchorOf) };
}

/** An annotation as it stands in a line, or what is wrong with it. */
function selectorOf(entry: unknown): Named | string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return 'it must be an object {"id", "quote", "at", "before", "after"}';
  const { id, quote, at, before, after } = entry as Record<string, unknown>;
  const parts: unknown[] = Array.isArray(quote) ? quote : [quote];
  if (parts.length === 0 || !parts.every((part) => typeof part === 'string'))
    return '"quote" must be a string, or a list of strings';
  if (at !== undefined && at !== null && !(typeof at === 'number' && Number.isInteger(at) && at >= 0))
    return '"at" must be a number of code points, 0 or more';
  if (!isTextOrMissing(before)) return '"before" must be a string';
  if (!isTextOrMissing(after)) return '"after" must be a string';
  return { id, quote: parts, at: at ?? undefined, before: before ?? '', after: after ?? '' };
}

function isTextOrMissing(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}

function anchorOf({ annotation, state, score, spans }: Anchored<Named>): unknown {
  const known = annotation.id === undefined ? {} : { id: annotation.id };
  const rounded = Math.round(score * 1000) / 1000;
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return { ...known, start: null, end: null, state, score: rounded };
  const parts = spans.length > 1 ? { parts: spans } : {};
  return { ...known, start: first.start, end: last.end, state, score: rounded, ...parts };
}
