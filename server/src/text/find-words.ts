import { FlatText, flatWords, mayBeCut } from './flat-text.ts';
import type { Span } from './span.ts';
import { WordEdges } from './word-edges.ts';

/** A place where some words stand: which of those looked for. */
export interface FoundWords extends Span {
  readonly form: number;
}

/**
 * Where words stand in a text, as whole words and in the same letters, from left to right without overlaps: of two that begin at
 * one place the longer. A blank stands for any blanks and for a line end, and a word may be cut at a line end.
 */
export function findWords(text: string, forms: readonly string[]): FoundWords[] {
  const flat = forms.map(flatWords);
  if (!mayHold(text, flat)) return [];
  const candidates = candidatesIn(new FlatText(text, 'cut'), flat);
  if (mayBeCut(text)) candidates.push(...candidatesIn(new FlatText(text, 'kept'), flat));
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const [first, last] = [new WordEdges(text), new WordEdges(text)];
  const found: FoundWords[] = [];
  let behind = 0;
  for (const candidate of candidates) {
    if (candidate.start < behind || !first.begins(candidate.start) || !last.ends(candidate.end)) continue;
    found.push(candidate);
    behind = candidate.end;
  }
  return found;
}

function candidatesIn(flat: FlatText, forms: readonly string[]): FoundWords[] {
  const candidates: FoundWords[] = [];
  for (const [form, words] of forms.entries()) {
    if (words === '') continue;
    for (let at = flat.text.indexOf(words); at !== -1; at = flat.text.indexOf(words, at + 1)) {
      const span = flat.toOriginal({ start: at, end: at + words.length });
      if (span !== undefined) candidates.push({ ...span, form });
    }
  }
  return candidates;
}

/** Most texts hold none of the words: that costs one look for a part of each that has no variants. */
function mayHold(text: string, forms: readonly string[]): boolean {
  return forms.some((words) => words !== '' && text.includes(plainPart(words))) || mayBeCut(text);
}

/** The longest run of plain letters and digits; '' where there is none. */
function plainPart(words: string): string {
  let best = '';
  for (const [run] of words.matchAll(/[A-Za-z0-9]+/g)) if (run.length > best.length) best = run;
  return best;
}
