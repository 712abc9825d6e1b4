import { headOf, nextMention, type SeedRecord, sentenceAt, sentenceOfMention, uriOf } from './record.ts';
import type { Strings } from './strings.ts';

/** A sentence that somebody sees already: it is left out, and those as long as it come last, which may be copies of it. */
export interface SeenSentence {
  readonly uri: string;
  /** In it, in code units of the text. */
  readonly offset: number;
  /** Its length in code units. */
  readonly length: number;
}

/** A sentence by numbers, with the first mention in it. */
export interface FoundSentence {
  readonly record: SeedRecord;
  readonly mention: number;
  readonly sentence: number;
}

interface Candidate extends FoundSentence {
  readonly when: string;
  readonly published: string;
  readonly uri: string;
  readonly start: number;
  readonly length: number;
}

/**
 * The latest sentences that name something, by the date that they give, else by their seed's publication; what a seed says
 * of days to come counts as said on its own. Those without any date come last. One run over numbers.
 *
 * Sentences that are as long as one before them come behind all others: what agencies spread stands in many seeds word by word, and
 * to tell would take reading them.
 */
export function latestSentences(
  records: Iterable<SeedRecord>,
  strings: Strings,
  key: number,
  limit: number,
  seen: SeenSentence | undefined,
): readonly FoundSentence[] {
  const best = new Best(limit, seen?.length);
  for (const record of records) {
    const published = strings.at(headOf(record).published);
    // Nothing in a seed counts as later than it.
    if (published !== '' && !best.takes(published)) continue;
    let mention = nextMention(record, key);
    if (mention === -1) continue;
    const uri = uriOf(record, strings);
    const offset = uri === seen?.uri ? seen.offset : undefined;
    let last = -1;
    for (; mention !== -1; mention = nextMention(record, key, mention + 1)) {
      const sentence = sentenceOfMention(record, mention);
      if (sentence === last) continue;
      last = sentence;
      const { start, end, date } = sentenceAt(record, sentence);
      const when = date === 0 ? published : earlier(strings.at(date), published);
      if (!best.takes(when) || (offset !== undefined && start <= offset && offset < end)) continue;
      best.add({ record, mention, sentence, when, published, uri, start, length: end - start });
    }
  }
  return best.all();
}

function earlier(date: string, published: string): string {
  return published === '' || date < published ? date : published;
}

/** The latest few of what comes, no two of them as long as each other if there are enough. */
class Best {
  private readonly different: Candidate[] = [];
  private readonly alike: Candidate[] = [];
  private readonly limit: number;
  private readonly seenLength: number | undefined;

  constructor(limit: number, seenLength: number | undefined) {
    this.limit = limit;
    this.seenLength = seenLength;
  }

  takes(when: string): boolean {
    const last = this.different[this.limit - 1];
    return last === undefined || when >= last.when;
  }

  add(candidate: Candidate): void {
    const same = this.different.findIndex(({ length }) => length === candidate.length);
    const other = this.different[same];
    const isSeen = candidate.length === this.seenLength;
    if (isSeen || (other !== undefined && order(candidate, other) >= 0)) {
      this.put(this.alike, candidate);
      return;
    }
    if (other !== undefined) {
      this.different.splice(same, 1);
      this.put(this.alike, other);
    }
    this.put(this.different, candidate);
  }

  all(): readonly Candidate[] {
    return [...this.different, ...this.alike].slice(0, this.limit);
  }

  private put(list: Candidate[], candidate: Candidate): void {
    const at = list.findIndex((other) => order(candidate, other) < 0);
    list.splice(at === -1 ? list.length : at, 0, candidate);
    if (list.length > this.limit) list.pop();
  }
}

function order(a: Candidate, b: Candidate): number {
  return compare(b.when, a.when) || compare(b.published, a.published) || compare(a.uri, b.uri) || a.start - b.start;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first and the last publication of the seeds that name something; undefined where no dated seed does. */
export function publicationSpan(
  records: Iterable<SeedRecord>,
  strings: Strings,
  key: number,
): { readonly first: string; readonly last: string } | undefined {
  let first: string | undefined;
  let last: string | undefined;
  for (const record of records) {
    const { published } = headOf(record);
    if (published === 0) continue;
    const day = strings.at(published);
    // Most days lie between those that are known already, and need not be looked at.
    if (first !== undefined && last !== undefined && day >= first && day <= last) continue;
    if (nextMention(record, key) === -1) continue;
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
  }
  return first === undefined || last === undefined ? undefined : { first, last };
}
