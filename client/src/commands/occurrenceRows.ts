import type {
  Occurrence,
  OccurrenceForm,
  OccurrenceScope,
  Occurrences,
  TypeChoice,
} from '../../../server/src/protocol.ts';
import { apart, count, grouped, quotedList } from './words.ts';

/** Text of a row on each side of the words, in characters. */
const BEFORE = 22;
const BEHIND = 28;

/** An occurrence as a row of the list shows it. */
export interface OccurrenceRow {
  readonly label: string;
  readonly description: string;
  readonly ticked: boolean;
  readonly occurrence: Occurrence;
}

/** The rows of one seed, and what stands above them; nothing where there is only one seed. */
export interface SeedRows {
  readonly uri: string;
  readonly rows: readonly OccurrenceRow[];
}

/** What stands inside of a longer name only is not ticked. */
export function occurrenceRows({ seeds }: Pick<Occurrences, 'seeds'>, scope: OccurrenceScope): SeedRows[] {
  return seeds
    .filter(({ occurrences }) => occurrences.length > 0)
    .map(({ uri, occurrences }) => ({
      uri,
      rows: occurrences.map((occurrence) => {
        const { range, inside } = occurrence;
        const line = `line ${range.start.line + 1}`;
        const place = scope === 'document' ? line : `${line}, ${nameOf(uri)}`;
        return {
          occurrence,
          label: inContext(occurrence),
          description: inside === undefined ? place : `part of “${inside}” · ${place}`,
          ticked: inside === undefined,
        };
      }),
    }));
}

/** The words, marked, with as much of their sentence as a row holds: whole words. */
export function inContext({ sentence, start, end }: Pick<Occurrence, 'sentence' | 'start' | 'end'>): string {
  const before = [...sentence.slice(0, start)];
  const behind = [...sentence.slice(end)];
  const front =
    before.length <= BEFORE
      ? before.join('')
      : `…${before
          .slice(-BEFORE)
          .join('')
          .replace(/^\S*\s/, '')}`;
  const back =
    behind.length <= BEHIND
      ? behind.join('')
      : `${behind
          .slice(0, BEHIND)
          .join('')
          .replace(/\s\S*$/, '')}…`;
  return `${front}‹${apart(sentence.slice(start, end))}›${back}`;
}

/** “Kanzhun” as Organisation: 37 in 12 seeds; and what is not in the list. */
export function listTitle(found: Occurrences, scope: OccurrenceScope, type: TypeChoice | undefined): string {
  const all = total(found, ({ occurrences }) => occurrences.length);
  const seeds = found.seeds.filter(({ occurrences }) => occurrences.length > 0).length;
  const where = scope === 'document' ? 'in this seed' : `in ${count(seeds, 'seed')} of ${grouped(found.searched)}`;
  const number = found.more ? `the first ${grouped(all)}` : grouped(all);
  const annotated = total(found, (seed) => seed.annotated);
  const rejected = total(found, (seed) => seed.rejected);
  return [
    `Tag All: ${soughtWords(found.forms)}${type ? ` as ${type.label}` : ''}`,
    `${number} ${where}`,
    ...(annotated > 0 ? [`${grouped(annotated)} annotated already`] : []),
    ...(rejected > 0 ? [`${grouped(rejected)} rejected before`] : []),
    ...(found.unreadable.length > 0 ? [`${count(found.unreadable.length, 'seed')} unreadable`] : []),
  ].join(' · ');
}

function total({ seeds }: Occurrences, number: (seed: Occurrences['seeds'][number]) => number): number {
  return seeds.reduce((sum, seed) => sum + number(seed), 0);
}

export function soughtWords(forms: readonly OccurrenceForm[]): string {
  return quotedList(forms.filter(({ sought }) => sought).map(({ text }) => text));
}

/** What the box of the list says. */
export function listHint(found: Occurrences, scope: OccurrenceScope): string {
  if (total(found, ({ occurrences }) => occurrences.length) > 0)
    return 'Enter tags what is ticked. Down, Space: tick or not.';
  return scope === 'document' ? 'Nothing to tag here. Buttons: Shift+Tab.' : 'Nothing to tag.';
}

/** What was done. */
export function tagged(number: number, seeds: number): string {
  return `Tagged ${count(number, 'occurrence')} in ${seeds === 1 ? 'one seed' : `${grouped(seeds)} seeds`}.`;
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
