import { dateInName } from '../edits/file-date.ts';
import type { FieldKey } from '../seed/fields.ts';
import { wrongUrl } from '../seed/values.ts';
import { sentenceEnds } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import { wholeDayOf } from '../times/types.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { suggestedKeywords } from './refactorings.ts';

/** A value that a field may well have, and why. */
export interface SuggestedValue {
  readonly value: string;
  readonly why: string;
}

/** What a user would rather pick than type. No more than a list shows without scrolling. */
const MOST = 8;
/** Where an article says when, by whom and where it was published, if its text does. */
const FIRST_SECTIONS = 6;
const LAST_SECTIONS = 4;
/** A longer line is no title. */
const LONGEST_TITLE = 160;

/**
 * Values that suggest themselves for a field, the likeliest first: from the text, from the file's name, from the other seeds of
 * the workspace. They are guesses, and nothing is filled in with them unless the user picks one.
 */
export function suggestedValues(
  snapshot: SeedSnapshot,
  key: FieldKey,
  { limit = MOST }: { readonly limit?: number } = {},
): SuggestedValue[] {
  const seen = new Set<string>();
  return FOR_FIELD[key](snapshot)
    .filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value))
    .slice(0, limit);
}

const FOR_FIELD: Readonly<Record<FieldKey, (snapshot: SeedSnapshot) => SuggestedValue[]>> = {
  source: ({ knowledge, corpus }) => [
    ...knowledge.project.sources.map((value) => ({ value, why: 'from seedmark.yaml' })),
    ...corpus.sources.all().map(({ spelling, count }) => ({ value: spelling, why: inSeeds(count) })),
  ],
  published: (snapshot) => {
    const days = [...dayInName(snapshot), ...daysInText(snapshot)];
    return days.length > 0 ? days : [{ value: snapshot.today, why: 'today' }];
  },
  retrieved: (snapshot) => [{ value: snapshot.today, why: 'today' }, ...dayInName(snapshot)],
  title: titles,
  author: (snapshot) => [...bylines(snapshot), ...knownAuthors(snapshot)],
  url: urls,
  keywords: (snapshot) => {
    const value = suggestedKeywords(snapshot).join('; ');
    return [{ value, why: 'the names that the text mentions most' }];
  },
  language: languages,
  rights: () => [],
};

function inSeeds(count: number): string {
  return `in ${count} ${count === 1 ? 'seed' : 'seeds'} of this workspace`;
}

function dayInName({ uri }: SeedSnapshot): SuggestedValue[] {
  const day = dateInName(uri);
  return day === undefined ? [] : [{ value: day, why: 'from the file’s name' }];
}

/** Whole days in the first lines of the text. */
function daysInText(snapshot: SeedSnapshot): SuggestedValue[] {
  return firstSections(snapshot).flatMap(({ segment, analysis }) =>
    analysis.times.flatMap((time) => {
      const value = wholeDayOf(time);
      return value === undefined ? [] : [{ value, why: `“${segment.text.slice(time.start, time.end)}” in the text` }];
    }),
  );
}

function titles(snapshot: SeedSnapshot): SuggestedValue[] {
  const first = firstSections(snapshot).find(({ segment }) => segment.text.trim() !== '');
  if (first === undefined) return [];
  const text = first.segment.text.trim();
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').trim();
  const sentence = text.slice(0, sentenceEnds(text)[0]).replace(/\s+/gu, ' ').trim();
  return [
    { value: line, why: 'the first line of the text' },
    { value: sentence.replace(/\.$/, ''), why: 'the first sentence of the text' },
  ].filter(({ value }) => value.length <= LONGEST_TITLE);
}

/** "By Jane Doe" on a line of its own. */
function bylines(snapshot: SeedSnapshot): SuggestedValue[] {
  return firstSections(snapshot).flatMap(({ segment }) =>
    segment.text
      .split(/[\r\n]+/)
      .map((line) => /^\s{0,8}(?:by|By|BY)\s+(\p{Lu}[^.:;!?]{2,60})$/u.exec(line.trimEnd())?.[1])
      .filter((name) => name !== undefined)
      .map((value) => ({ value, why: 'from the text' })),
  );
}

/** Those who wrote for the same source come first. */
function knownAuthors({ corpus, metadata }: SeedSnapshot): SuggestedValue[] {
  const source = metadata.first('source')?.field.value ?? '';
  const ofSource = new Set(
    [...corpus.records.values()].filter((record) => record.source === source).flatMap(({ authors }) => authors),
  );
  const all = corpus.authors.all().map(({ spelling, count }) => ({ value: spelling, why: inSeeds(count) }));
  return [
    ...all
      .filter(({ value }) => ofSource.has(value))
      .map(({ value, why }) => ({ value, why: `${why}, writes for ${source}` })),
    ...all,
  ];
}

function urls(snapshot: SeedSnapshot): SuggestedValue[] {
  const { sections } = snapshot;
  const last: Section[] = [];
  for (let i = Math.max(0, sections.length - LAST_SECTIONS); i < sections.length; i++) last.push(sections.at(i));
  return [...firstSections(snapshot), ...last].flatMap(({ segment: { text } }) =>
    tokenize(text.slice(0, 20_000))
      .filter(({ kind }) => kind === 'url')
      .map(({ start, end }) => text.slice(start, end))
      .map((url) => (url.startsWith('www.') ? `https://${url}` : url))
      .filter((url) => wrongUrl(url) === undefined)
      .map((value) => ({ value, why: 'from the text' })),
  );
}

const ENGLISH = /^(?:the|of|and|to|in|a|is|was|that|for|on|with|said|has|by|from|at|it)$/i;

/** Only what can be told for sure without a model: by the script, or by the small words of English. */
function languages(snapshot: SeedSnapshot): SuggestedValue[] {
  const text = firstSections(snapshot)
    .map(({ segment }) => segment.text.slice(0, 2_000))
    .join(' ');
  const why = 'the text looks like it';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [{ value: 'ja', why }];
  if (/\p{Script=Hangul}/u.test(text)) return [{ value: 'ko', why }];
  const words = tokenize(text).filter(({ kind }) => kind === 'word');
  if (words.length === 0) return [];
  const share = (test: RegExp) =>
    words.filter(({ start, end }) => test.test(text.slice(start, end))).length / words.length;
  if (share(/\p{Script=Han}/u) > 0.5) return [{ value: 'zh', why }];
  return share(ENGLISH) > 0.15 ? [{ value: 'en', why }] : [];
}

/** The first sections of the body. */
function firstSections({ sections }: SeedSnapshot): Section[] {
  const found: Section[] = [];
  for (let i = 0; i < sections.length && found.length < FIRST_SECTIONS; i++) {
    const section = sections.at(i);
    if (section.segment.kind === 'paragraph') found.push(section);
  }
  return found;
}
