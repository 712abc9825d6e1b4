import type { Excerpt } from '../../text/excerpt.ts';
import { TextLines } from '../../text/lines.ts';
import { flatLine } from '../../text/shorten.ts';
import type {
  DatedSentence,
  EntityKey,
  IndexedName,
  IndexedSeed,
  IndexedStatement,
  NameIndex,
  NameTotal,
} from '../../workspace/index/types.ts';
import type { CardSubject } from './subject.ts';

/** Sentences in a card: each is a file that is read. */
const MOST_SENTENCES = 3;
const MOST_COMPANY = 4;

/** What the seeds of the workspace tell of something, as far as a card shows it. */
export interface Told {
  readonly key: EntityKey;
  /** The seed that the reader has before his eyes. */
  readonly seenIn: string | undefined;
  readonly total: NameTotal | undefined;
  /** First and last publication. */
  readonly span: { readonly first: string; readonly last: string } | undefined;
  readonly company: readonly { readonly name: IndexedName; readonly sentences: number }[];
  readonly statements: readonly IndexedStatement[];
  /** The latest ones, each once. */
  readonly sentences: readonly ToldSentence[];
  /** Whether all seeds have been read for it. */
  readonly isWhole: boolean;
}

/** A sentence round a name. */
export interface ToldSentence extends Excerpt {
  readonly seed: IndexedSeed;
  /** Its own date, else that of its seed. */
  readonly date: string | undefined;
  /** The line of the name. */
  readonly line: number;
}

/**
 * What the seeds tell of something: all of it from the index, but for the words of few sentences.
 *
 * @param textsOf the present texts of seeds; undefined where one is not there.
 * @param described whether it is known already what it is: then nobody asks what seeds call it.
 */
export async function tell(
  { key, seen }: CardSubject,
  names: NameIndex,
  textsOf: (uris: readonly string[]) => Promise<ReadonlyMap<string, string | undefined>>,
  { described }: { readonly described: boolean },
): Promise<Told> {
  const { seeds, read, named } = names.state;
  const found = names.latestOf(key, MOST_SENTENCES, seen);
  const told = {
    key,
    seenIn: seen?.uri,
    total: names.total(key),
    span: names.spanOf(key),
    company: names.companyOf(key, MOST_COMPANY),
    statements: described ? [] : names.statementsOf(key),
    // Entries of the facts files are found without the model.
    isWhole: (key.startsWith('#') ? read : named) >= seeds,
  };
  const texts = await textsOf(found.map(({ seed }) => seed.uri));
  return { ...told, sentences: readSentences(found, texts, seen?.text) };
}

function readSentences(
  found: readonly DatedSentence[],
  texts: ReadonlyMap<string, string | undefined>,
  seen: string | undefined,
): ToldSentence[] {
  const known = new Set(seen === undefined ? [] : [flatLine(seen).trim()]);
  const files = new Map<string, TextLines>();
  for (const [uri, text] of texts) if (text !== undefined) files.set(uri, TextLines.from(text));
  const sentences: ToldSentence[] = [];
  for (const dated of found) {
    const lines = files.get(dated.seed.uri);
    const excerpt = lines && excerptOf(lines, dated);
    if (excerpt === undefined) continue;
    const whole = excerpt.before + excerpt.words + excerpt.behind;
    // What agencies spread stands in many seeds.
    if (known.has(whole)) continue;
    known.add(whole);
    const date = dated.sentence.date ?? dated.seed.published;
    sentences.push({ ...excerpt, seed: dated.seed, date, line: dated.range.start.line });
  }
  return inOrder(sentences);
}

/** Those that the index put back as copies may be none. */
function inOrder(sentences: readonly ToldSentence[]): ToldSentence[] {
  const rank = ({ date = '', seed: { published = date } }: ToldSentence) => (date > published ? published : date);
  return [...sentences].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}

/** The words round a name; undefined where the file has changed since it was read. */
function excerptOf(lines: TextLines, { range, sentence }: DatedSentence): Excerpt | undefined {
  const text = lines.toString();
  if (sentence.end > text.length) return undefined;
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  if (lines.positionAt(sentence.start).line !== sentence.line || start < sentence.start || end > sentence.end)
    return undefined;
  const words = flatLine(text.slice(start, end));
  if (words === '' || words.trim() !== words) return undefined;
  const before = flatLine(text.slice(sentence.start, start)).trimStart();
  return { before, words, behind: flatLine(text.slice(end, sentence.end)).trimEnd() };
}
