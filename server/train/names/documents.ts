import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { GROUPS } from '../../src/names/list-data.ts';
import { sentenceEnds } from '../../src/text/sentences.ts';
import { invented } from './invented.ts';

export interface Entity {
  readonly start: number;
  readonly end: number;
  /** In the scheme of the data: PER ORG LOC NORP EVENT WORK PRODUCT MISC OTHER DATE. */
  readonly type: string;
  readonly raw: string;
}

export interface Document {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** Documents of a corpus, and what it marks. */
export interface Corpus {
  readonly name: string;
  readonly documents: readonly Document[];
}

export function textOf(file: string): string {
  const bytes = fs.readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The corpora of a folder whose names end in `-train` (or `-dev`). */
export function readCorpora(folder: string, part: 'train' | 'dev'): Corpus[] {
  return fs
    .readdirSync(folder)
    .filter((file) => new RegExp(`-${part}\\.jsonl(\\.gz)?$`).test(file))
    .sort()
    .map((file) => ({
      name: file.slice(0, file.indexOf(`-${part}.`)),
      documents: textOf(path.join(folder, file))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => cleaned(JSON.parse(line) as Document, file.slice(0, file.indexOf(`-${part}.`)))),
    }));
}

/** A title before a name, or several: not part of the name. */
const TITLES =
  /^(?:(?:Dr|Mr|Mrs|Ms|Prof|Gen|Lt|Col|Capt|Maj|Sgt|Sen|Rep|Gov|Rev|Hon|St)\.? |(?:President|Prime Minister|Minister|Chancellor|Governor|Senator|General|Colonel|Captain|Major|Lieutenant|Admiral|King|Queen|Prince|Princess|Emperor|Empress|Sultan|Duke|Duchess|Count|Lord|Lady|Baron|Pope|Bishop|Archbishop|Cardinal|Professor|Doctor|Ambassador|Judge|Justice|Mayor|Secretary|Chairman|Commander|Sergeant|Sheikh|Imam|Ayatollah) )+(?=\p{Lu})/u;

const MAY_BE_GROUP = new Set(['LOC', 'ORG', 'MISC']);
const GROUP_NAMES = new Set(GROUPS.split(/[|\n]/));

/** "North Korean", "Greek Cypriots": the corpora know single words only. */
function isGroup(named: string): boolean {
  if (!named.includes(' ')) return false;
  if (GROUP_NAMES.has(named)) return true;
  const words = named.split(' ');
  return words.every(
    (word, i) => GROUP_NAMES.has(word) || (i === 0 && /^(?:North|South|East|West)(?:ern)?$/.test(word)),
  );
}

/** A document as texts are written: no blanks round hyphens, titles outside of names. */
export function cleaned(document: Document, corpus: string): Document {
  const joined = corpus === 'redocred' ? withoutGaps(document) : document;
  const entities = joined.entities.map((entity) => {
    if (entity.type !== 'PER') {
      const named = joined.text.slice(entity.start, entity.end);
      return MAY_BE_GROUP.has(entity.type) && isGroup(named) ? { ...entity, type: 'NORP' } : entity;
    }
    const title = TITLES.exec(joined.text.slice(entity.start, entity.end));
    return title === null ? entity : { ...entity, start: entity.start + title[0].length };
  });
  return { ...joined, entities };
}

/** Re-DocRED has a blank on both sides of each hyphen: "Ho - Chunk", "Berlin - based". */
function withoutGaps({ id, text, entities }: Document): Document {
  const removed: number[] = [];
  for (const { index } of text.matchAll(/(?<=\p{L}) - (?=\p{L})/gu)) removed.push(index, index + 2);
  const move = (offset: number) => offset - removed.filter((at) => at < offset).length;
  const gone = new Set(removed);
  return {
    id,
    text: Array.from({ length: text.length }, (_, at) => (gone.has(at) ? '' : text.charAt(at))).join(''),
    entities: entities.map((entity) => ({ ...entity, start: move(entity.start), end: move(entity.end) })),
  };
}

/** A sentence of a document for itself, with the entities inside it. */
function sentencesOf(document: Document): Document[] {
  const sentences: Document[] = [];
  let begin = 0;
  for (const end of sentenceEnds(document.text)) {
    const inside = document.entities.filter((entity) => entity.start >= begin && entity.end <= end);
    const entities = inside.map((entity) => ({ ...entity, start: entity.start - begin, end: entity.end - begin }));
    sentences.push({ id: `${document.id}:${begin}`, text: document.text.slice(begin, end).trimEnd(), entities });
    begin = end;
  }
  return sentences;
}

/**
 * Headlines and datelines, which the corpora lack: some sentences once more all in capitals, with capitals on each
 * word, or behind a place and an agency.
 */
export function variants(
  documents: readonly Document[],
  names: Names,
  random: () => number,
  shares = { shouted: 0.06, titled: 0.05, dated: 0.03, small: 0.05, swapped: 0.3 },
): Document[] {
  const made: Document[] = [];
  for (const document of documents) {
    for (const sentence of sentencesOf(document)) {
      const dice = random();
      let text: string | undefined;
      if (dice < shares.shouted) text = sentence.text.toUpperCase();
      else if (dice < shares.shouted + shares.titled) text = titled(sentence.text);
      else if (dice < shares.shouted + shares.titled + shares.small) text = sentence.text.toLowerCase();
      else if (dice < shares.shouted + shares.titled + shares.small + shares.dated) {
        made.push(dated(sentence, names.places, random));
        continue;
      } else if (random() < shares.swapped) {
        const other = swapped(sentence, names, random);
        if (other !== undefined) made.push(other);
        continue;
      }
      if (text?.length === sentence.text.length) made.push({ ...sentence, id: `${sentence.id}:variant`, text });
    }
  }
  return made;
}

/** Names to put into sentences. */
export interface Names {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly cities: readonly string[];
  /** Places with which datelines begin. */
  readonly places: readonly string[];
  /** Places that persons and papers are called after. */
  readonly namesakes: readonly string[];
  readonly groups: readonly string[];
  readonly companies: readonly string[];
  readonly bodies: readonly string[];
  readonly parties: readonly string[];
  readonly papers: readonly string[];
  readonly teams: readonly string[];
}

const FORMS = [
  'Mr. ',
  'Mr. ',
  'Mr. ',
  'Mr ',
  'Ms. ',
  'Mrs. ',
  'Ms ',
  'Dr. ',
  'Dr ',
  'President ',
  'Prof. ',
  'Gen. ',
  'Sen. ',
];

/** Share of the persons and places put into sentences that are on no list. */
export const UNLISTED = 0.2;

/** The sentence with other persons and places; undefined where it has none. */
function swapped(sentence: Document, names: Names, random: () => number): Document | undefined {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const given = new Map<string, string>();
  const other = (entity: Entity): string | undefined => {
    const written = sentence.text.slice(entity.start, entity.end);
    const words = written.split(' ');
    if (!words.every((word) => /^\p{Lu}\p{Ll}/u.test(word)) || words.length > 3) return undefined;
    // Some stand on no list, or the model would take whatever is on none for an organisation.
    const known = random() >= UNLISTED;
    if (entity.type === 'LOC') {
      if (words.length > 1) return undefined;
      return known ? pick(names.cities) : invented(pick(names.cities), pick(names.cities));
    }
    if (entity.type === 'ORG' && words.length === 1) {
      const name = given.get(written) ?? invented(pick(names.last), pick(names.cities));
      given.set(written, name);
      return name;
    }
    if (entity.type !== 'PER') return undefined;
    const surname = words.at(-1) as string;
    const last = given.get(surname) ?? (known ? pick(names.last) : invented(pick(names.last), pick(names.last)));
    given.set(surname, last);
    // The corpora have nearly no "Mr.", which papers are full of.
    if (words.length === 1) return last;
    return `${pick(names.first)} ${last}`;
  };
  let text = '';
  let end = 0;
  let changes = 0;
  const entities: Entity[] = [];
  for (const entity of [...sentence.entities].sort((a, b) => a.start - b.start)) {
    if (entity.start < end) return undefined;
    text += sentence.text.slice(end, entity.start);
    const name = other(entity);
    if (name !== undefined) changes++;
    if (
      name !== undefined &&
      entity.type === 'PER' &&
      !name.includes(' ') &&
      random() < 0.5 &&
      !/\p{Lu}\S* $/u.test(text)
    )
      text += pick(FORMS);
    const start = text.length;
    text += name ?? sentence.text.slice(entity.start, entity.end);
    entities.push({ ...entity, start, end: text.length });
    end = entity.end;
  }
  return changes === 0 ? undefined : { id: `${sentence.id}:swapped`, text: text + sentence.text.slice(end), entities };
}

function titled(text: string): string {
  return text.replace(/(?<![\p{L}'’])\p{Ll}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase());
}

const AGENCIES = ['Reuters', 'AP', 'AFP', 'Xinhua', 'IPS', 'ANI', 'TASS', 'UPI', 'CNN'];
const MONTHS = ['January', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug', 'September', 'Oct', 'Nov.', 'Dec'];

function dated(sentence: Document, places: readonly string[], random: () => number): Document {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const place = random() < 0.6 ? pick(places).toUpperCase() : pick(places);
  const agency = pick(AGENCIES);
  const day = `${pick(MONTHS)} ${1 + Math.floor(random() * 28)}`;
  const dash = pick(['-', '—', '–', '--', ':']);
  let head = place;
  const entities: Entity[] = [{ start: 0, end: place.length, type: 'LOC', raw: 'made' }];
  if (random() < 0.4) head += `, ${day}`;
  if (random() < 0.6) {
    head += ' (';
    entities.push({ start: head.length, end: head.length + agency.length, type: 'ORG', raw: 'made' });
    head += `${agency})`;
  }
  head += ` ${dash} `;
  const moved = sentence.entities.map((entity) => ({
    ...entity,
    start: entity.start + head.length,
    end: entity.end + head.length,
  }));
  return { id: `${sentence.id}:dated`, text: head + sentence.text, entities: [...entities, ...moved] };
}
