// Makes server/src/names/list-data.ts. See names.md (sources, licences, how to run).
//   node server/train/names.mjs <folder of countries-list> <folder of name lists>
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as hand from './names-by-hand.mjs';

const [countriesFolder, namesFolder] = process.argv.slice(2);
if (!countriesFolder || !namesFolder) {
  console.error('usage: node server/train/names.mjs <folder of countries-list> <folder of name lists>');
  process.exit(2);
}
const { countries } = createRequire(import.meta.url)(join(countriesFolder, 'cjs/index.js'));
const split = (text) => text.split(/[|\n]/).map((name) => name.trim());
const never = new Set(split(hand.NEVER));
const clean = (names) =>
  [...new Set(names)].filter((name) => name && !never.has(name)).sort((a, b) => (a < b ? -1 : 1));

/** A name in the ways it is written: "&" and "and", "St." and "Saint", with and without accents. */
function ways(name) {
  const all = [name];
  if (name.includes('&')) all.push(name.replace('&', 'and'));
  for (const way of [...all])
    if (way.startsWith('St. ')) all.push(way.replace('St. ', 'Saint '), way.replace('St. ', 'St '));
  for (const way of [...all]) {
    const bare = way.normalize('NFD').replace(/\p{M}/gu, '');
    if (bare !== way) all.push(bare);
  }
  return all;
}

const names = [];
for (const style of ['long', 'short']) {
  const icu = new Intl.DisplayNames(['en'], { type: 'region', style });
  for (const code of Object.keys(countries))
    names.push(
      icu
        .of(code)
        .replace(/ SAR China$/, '')
        .replace(/ \(.*\)$/, ''),
    );
}
for (const { name, capital } of Object.values(countries)) names.push(name, capital);
const countryLike = names.filter((name) => name && !/ - |\(/.test(name)).flatMap(ways);
const places = clean([...countryLike, ...[hand.COUNTRIES, hand.REGIONS, hand.STATES, hand.CITIES].flatMap(split)]);
const namesakes = new Set(split(hand.NAMESAKES));

const demonyms = readFileSync(join(namesFolder, 'demonyms.tsv'), 'utf8')
  .split('\n')
  .slice(1)
  .filter((name) => name && !/^(Stateless|Citizen of .*|.* citizen|Cymraes|Cymro|Prydeinig|http.*)$/.test(name))
  .map((name) => name.replace(/ \(.*\)$/, '').replace(/^St /, 'St. '));
const verbs = split(hand.VERBS_TOO);
const plural = (name) => (/(ese|ish|ch|sh|ss|[^aeiou]z|x|s|Swiss|men|man)$/.test(name) ? [] : [`${name}s`]);
const groups = clean([
  ...[...demonyms, ...split(hand.GROUPS)].flatMap((name) => [name, ...plural(name)]),
  ...split(hand.GROUPS_ONLY),
]);

/** Names with bars between them, in lines of up to 118 characters. */
function block(all) {
  const lines = [''];
  for (const name of all) {
    const last = lines[lines.length - 1];
    if (last && last.length + name.length + 1 > 118) lines.push(name);
    else lines[lines.length - 1] = last ? `${last}|${name}` : name;
  }
  return lines.join('\n');
}

const parts = [
  [
    'PLACES',
    'Countries, capitals, continents, regions, seas, well-known cities.',
    places.filter((name) => !namesakes.has(name)),
  ],
  [
    'PLACES_WITH_NAMESAKES',
    'Places that people, papers and clubs are named after too.',
    places.filter((name) => namesakes.has(name)),
  ],
  ['GROUPS', 'Nationalities, peoples, faiths, followings.', groups.filter((name) => !verbs.includes(name))],
  ['VERBS_TOO', 'The same, where the word has another meaning.', verbs],
  ['ORGANIZATIONS', 'International organisations, and some that every paper names.', clean(split(hand.ORGANIZATIONS))],
];
const out = fileURLToPath(new URL('../src/names/list-data.ts', import.meta.url));
const head = '// Made by server/train/names.mjs: see server/train/names.md for sources and licences. Do not edit.\n';
writeFileSync(
  out,
  head + parts.map(([name, what, all]) => `\n/** ${what} */\nexport const ${name} = \`${block(all)}\`;\n`).join(''),
);
for (const [name, , all] of parts) console.log(`${name}: ${all.length}`);
