import { cutExcerpt } from '../../text/excerpt.ts';
import { shorten } from '../../text/shorten.ts';
import { escapeMarkdown, fileLink } from '../markdown.ts';
import type { EntityContext } from './entity.ts';
import { fileName } from './seed-label.ts';
import type { Told, ToldSentence } from './told.ts';

/** Sentences are cut to about so many code units: one line of a card, if it is wide. */
const LINE = 80;
const LONGEST_NAME = 40;

/** The latest sentences, one a line: when, as a link, and the words round the name. */
export function newsLines({ sentences }: Told): string | undefined {
  return sentences.length === 0 ? undefined : sentences.map(newsLine).join('  \n');
}

function newsLine(sentence: ToldSentence): string {
  const { before, words, behind } = cutExcerpt({ ...sentence, words: shorten(sentence.words, LINE / 2) }, LINE);
  const { uri } = sentence.seed;
  const when = fileLink(sentence.date ?? shorten(fileName(uri), LONGEST_NAME), uri, sentence.line);
  return `${when}: ${escapeMarkdown(before)}**${escapeMarkdown(words)}**${escapeMarkdown(behind)}`;
}

/** In how many seeds it is mentioned, from when to when, and with whom most; undefined where this says nothing. */
export function summaryLine(told: Told, context: EntityContext): string | undefined {
  const { total, company, isWhole } = told;
  const counted = total === undefined || isHereOnly(told) ? undefined : countOf(told);
  const names = company.map(({ name: { entity, text }, sentences }) => {
    const name = entity === undefined ? text : (context.entities.get(entity)?.entity.name ?? entity);
    return escapeMarkdown(name, LONGEST_NAME) + (sentences > 1 ? ` (${sentences})` : '');
  });
  if (names.length === 0) return counted && `${counted}${isWhole ? '' : ', so far'}`;
  const withWhom = `${counted === undefined ? 'Mentioned with' : 'with'} ${names.join(', ')}`;
  return [counted, withWhom].filter((part) => part !== undefined).join(' · ') + (isWhole ? '' : ', so far');
}

/** Then what is said of other places in the document says it better. */
function isHereOnly({ total, seenIn }: Told): boolean {
  return total?.seeds === 1 && seenIn !== undefined;
}

function countOf({ total, span }: Told): string {
  const { seeds = 0, mentions = 0 } = total ?? {};
  const count = `${mentions} ${mentions === 1 ? 'mention' : 'mentions'} in ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`;
  if (span === undefined) return count;
  const days = span.first === span.last ? span.first : `${span.first} – ${span.last}`;
  return `${count}, ${escapeMarkdown(days)}`;
}
