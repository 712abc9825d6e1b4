import type { Span } from '../../../server/src/text/span.ts';
import type { TimeClass } from './classes.ts';
import type { Expression } from './score.ts';

/** Something that was not found as expected. */
export interface Mistake {
  readonly class: TimeClass;
  readonly kind: 'missed' | 'value' | 'span' | 'type' | 'spurious';
  readonly id: string;
  readonly dct: string | undefined;
  readonly text: string;
  /** What is right, its values in words; undefined for what should not have been found. */
  readonly right?: Span & { readonly says: string };
  readonly found?: Expression | undefined;
}

const CONTEXT = 40;

/** The first so many of each class, those of a class together. */
export function printMistakes(mistakes: readonly Mistake[], limit: number, order: readonly TimeClass[]): void {
  for (const name of order) {
    const all = mistakes.filter((mistake) => mistake.class === name);
    if (all.length === 0 || limit === 0) continue;
    console.log(`\n  ${name}: ${Math.min(limit, all.length)} of ${all.length} mistakes`);
    for (const mistake of all.slice(0, limit)) console.log(line(mistake));
  }
}

function line({ kind, id, dct, text, right, found }: Mistake): string {
  const at = right ?? found;
  if (at === undefined) return '';
  const before = text.slice(Math.max(0, at.start - CONTEXT), at.start);
  const after = text.slice(at.end, at.end + CONTEXT);
  const shown = `…${before}«${text.slice(at.start, at.end)}»${after}…`.replace(/\s+/g, ' ');
  const got =
    found === undefined ? 'nothing' : `«${text.slice(found.start, found.end).replace(/\s+/g, ' ')}» ${says(found)}`;
  return `    ${kind.padEnd(8)} ${id} (${dct ?? 'no date'}) ${shown}\n             right: ${right?.says ?? 'nothing'}; found: ${got}`;
}

export function says({ type, value, mod }: Expression): string {
  return [type, value === undefined || value === '' ? 'without a value' : value, mod ?? ''].join(' ').trim();
}
