import path from 'node:path';
import { GROUPS, ORGANIZATIONS, PLACES, PLACES_WITH_NAMESAKES } from '../../src/names/list-data.ts';
import { LISTS, LONGEST_PHRASE, phraseKey } from '../../src/names/model/lexicon.ts';
import { tokenize } from '../../src/text/tokens.ts';
import { type Names, textOf } from './documents.ts';
import {
  KNOWN_BODIES,
  KNOWN_COMPANIES,
  KNOWN_MEDIA,
  KNOWN_ORGANIZATIONS,
  KNOWN_PARTIES,
  KNOWN_TEAMS,
} from './organizations.ts';

type ListName = (typeof LISTS)[number];

/** Words that make an organisation of the name they stand in. */
const HEADS = `academy administration agency airlines airways alliance army assembly association associates authority bank board brigade broadcasting brothers bureau cabinet capital center centre chamber church club coalition college command commission committee communications company conference confederation congress consortium co corp corporation corps council court department dept directorate division electric embassy enterprises entertainment faction federation fc fleet force forces foundation front fund gazette games group guild herald holdings hospital house inc industries institute institution insurance international investments journal laboratories laboratory league legion library limited llc llp ltd magazine media ministry mission motors movement museum navy network news ngo office orchestra order organisation organization party partners parliament partnership pharmaceuticals plc police post press productions programme project radio records regiment representatives reserve school secretariat senate service services society software squadron stores studios supermarkets symphony syndicate systems team technologies technology telecom television times trade tribune tribunal trust tv union united university ventures volunteers workers`;
/** Words that make a place of the name they stand in. */
const LANDMARKS = `airport ave avenue basin bay beach blvd boulevard bridge building canal cape castle cathedral cemetery city coast county creek desert district drive falls forest fort gardens gate glacier gulf harbor harbour heights highway hill hills hotel island islands isle kingdom lake lane mall mansion mount mountain mountains mt oblast ocean palace park pass peninsula plain plateau plaza port prefecture province railway range region republic ridge river road sea square stadium state station strait street temple territory theater theatre tower town township valley village volcano zone zoo`;

/** Phrases in lower case with the lists on which they stand, as the recognizer looks them up. */
export function readLists(folder: string): Map<number, number> {
  const phrases = new Map<number, number>();
  const put = (list: ListName, name: string) => {
    const words = tokenize(name).map((token) => name.slice(token.start, token.end));
    if (words.length === 0 || words.length > LONGEST_PHRASE) return;
    if (words.length === 1 && name.length < 2) return;
    const key = phraseKey(words);
    phrases.set(key, (phrases.get(key) ?? 0) | (1 << LISTS.indexOf(list)));
  };
  const rows = (file: string) =>
    textOf(path.join(folder, file))
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split('\t'));
  const each = (file: string, list: ListName | ((row: readonly string[]) => ListName | undefined)) => {
    for (const row of rows(file)) {
      const name = (row[0] ?? '').trim();
      const to = typeof list === 'string' ? list : list(row);
      if (to === undefined || name === '') continue;
      for (const way of ways(name)) put(to, way);
    }
  };
  each('first-names.tsv', 'first');
  each('last-names.tsv', 'last');
  each('people.tsv', 'person');
  each('cities.tsv', 'city');
  each('regions.tsv', 'region');
  for (const region of new Set(rows('cities.tsv').map((row) => row[2] ?? ''))) if (region !== '') put('region', region);
  each('places.tsv', ([, list]) => (list === 'list' ? undefined : list === 'us_state_capitals' ? 'city' : 'region'));
  each('organizations.tsv', 'organization');
  each('universities.tsv', 'university');
  each('demonyms.tsv', 'group');
  each('honorifics.tsv', 'title');
  each('occupations.tsv', 'occupation');
  const own = (text: string, list: ListName) => {
    for (const name of text.split(/[|\n]/)) if (name !== '') for (const way of ways(name)) put(list, way);
  };
  own(PLACES, 'place');
  own(PLACES_WITH_NAMESAKES, 'place');
  own(GROUPS, 'group');
  own(ORGANIZATIONS, 'organization');
  for (const name of KNOWN_ORGANIZATIONS) for (const way of ways(name)) put('organization', way);
  for (const word of HEADS.split(' ')) put('head', word);
  for (const word of LANDMARKS.split(' ')) put('landmark', word);
  return phrases;
}

/** Names that are put into sentences of the corpora. */
export function readNames(folder: string): Names {
  const column = (file: string) =>
    textOf(path.join(folder, file))
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[0] as string)
      .map((name) => (/[^\0-\u00ff]/.test(name) ? name.normalize('NFD').replace(/\p{M}/gu, '') : name))
      .filter((name) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(name));
  return {
    first: column('first-names.tsv'),
    last: column('last-names.tsv'),
    cities: column('cities.tsv'),
    places: datelinePlaces(),
    namesakes: PLACES_WITH_NAMESAKES.split(/[|\n]/),
    groups: GROUPS.split(/[|\n]/).filter((name) => /^\p{Lu}\p{L}+[^s]$/u.test(name)),
    companies: KNOWN_COMPANIES,
    bodies: KNOWN_BODIES,
    parties: KNOWN_PARTIES,
    papers: KNOWN_MEDIA,
    teams: KNOWN_TEAMS,
  };
}

function datelinePlaces(): string[] {
  return PLACES.split(/[|\n]/).filter((name) => /^\p{Lu}\p{L}+( \p{Lu}\p{L}+)?$/u.test(name));
}

/** A name as it stands in the list, without its accents, and without what companies end in. */
function ways(name: string): string[] {
  const all = [name];
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '');
  if (bare !== name) all.push(bare);
  const short = name.replace(/,? (?:Inc|Corp|Corporation|Co|Ltd|plc|Company|Group|Holdings|Cos)\.?$/, '');
  if (short !== name && short.length > 2) all.push(short);
  const region = name.replace(/ (?:Region|Province|District|County|Oblast|Governorate|Department|State)$/, '');
  if (region !== name) all.push(region);
  return all;
}
