import type { Alias } from '../../server/src/names/types.ts';

/** As many different names as asked for, the same ones in every run: of people mostly, of companies and places in two scripts. */
export function makeAliases(count: number): Alias[] {
  return Array.from({ length: count }, (_, i): Alias => {
    const entity = `e${i >> 1}`;
    const [first, last] = [FIRST[i % FIRST.length], LAST[Math.floor(i / FIRST.length) % LAST.length]];
    const more = Math.floor(i / (FIRST.length * LAST.length));
    const stem = `${last}${
      more === 0
        ? ''
        : LETTERS.charAt(more % 26)
            .toLowerCase()
            .repeat(1 + Math.floor(more / 26))
    }`;
    switch (i % 8) {
      case 6:
        return { text: `${stem} ${first} ${COMPANIES[i % COMPANIES.length]}`, type: 'organization', entity };
      case 7:
        return { text: `${HAN[i % HAN.length]}${HAN[(i * 7) % HAN.length]}${i.toString(36)}`, type: 'place', entity };
      default:
        return { text: `${first} ${LETTERS.charAt((i * 5) % 26)}. ${stem}`, type: 'person', entity };
    }
  });
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FIRST =
  'Ada Amir Beate Carlos Chen Daria Elena Émile Fatima George Hana Igor Jürgen Kenji Li Maria Nadia Olga Paul Rosa Samuel Tariq Ursula Vera Wang Xenia Yusuf Zoë The New'.split(
    ' ',
  );
const LAST = Array.from(
  { length: 400 },
  (_, i) =>
    `${'Ab Bel Cor Dun Er Fal Gor Hart Iv Jans Kel Lund Mor Nov Os Pet Quin Ros Sol Tur'.split(' ')[i % 20]}${'er ton sen ovic as ini feld man ski bury ides eau ang ström oğlu es ano wick dal ley'.split(' ')[Math.floor(i / 20)]}`,
);
const COMPANIES = 'Inc.|Holdings|Bank|& Sons|Motors|Group of Companies|University'.split('|');
const HAN = [...'北京上海广州深圳天津重庆成都武汉南京西安'];
