import { tokenize } from './tokens.ts';

/**
 * Words as they are compared, whatever their ending: how one asks whether a text speaks of something. Made for English;
 * what is taken together too often costs a finding, what is told apart too often a false one.
 */

/** Words of grammar, which nobody looks for where others stand beside them: "the Bank of England". */
const GRAMMAR = new Set(
  (
    'the a an of in on at to for and or by with from as vs against de del de la le les des du el los las al der die das dem ' +
    'den des und von van et y e da do di della'
  ).split(' '),
);

/** Plurals that no rule makes. */
const IRREGULAR = new Map(
  (
    'children=child people=person feet=foot teeth=tooth mice=mouse geese=goose lice=louse wolves=wolf leaves=leaf lives=life ' +
    'knives=knife wives=wife halves=half shelves=shelf thieves=thief loaves=loaf calves=calf selves=self crises=crisis ' +
    'analyses=analysis theses=thesis hypotheses=hypothesis bases=basis diagnoses=diagnosis oases=oasis media=medium data=datum ' +
    'criteria=criterion phenomena=phenomenon bacteria=bacterium referenda=referendum memoranda=memorandum'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

/** Endings that make another form of a word, or a word of the same family, without changing what stands before. */
const ENDINGS = new Set('n en er em es s e a o os as i al c cal an ly ism ist ation'.split(' '));

/** Scripts with words inside of words: without blanks, or with particles and articles glued on. */
const GLUED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}|\p{Script=Hangul}|\p{Script=Arabic}|\p{Script=Hebrew}/u;
/** Scripts whose words bend at their ends. */
const BENDING = /^(?:\p{Script=Cyrillic}|\p{Script=Greek}){4,}$/u;

/** The stems of the words that a phrase is looked for by, each with what else may stand in its place. */
export function soughtStems(phrase: string): readonly (readonly string[])[] {
  const words = wordsOf(phrase).map((word) => ({ stems: stemsIn(word), joined: stem(word) }));
  const telling = words.filter(({ joined }) => !GRAMMAR.has(joined));
  return (telling.length > 0 ? telling : words)
    .filter(({ stems }) => stems.length > 0)
    .flatMap(({ stems, joined }) => stems.map((each) => (each === joined ? [each] : [each, joined])));
}

/** The stems of the words of a text: those of the parts of a compound, and the compound's own. */
export function stemsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const parts = stemsIn(word);
    return parts.length > 1 ? [...parts, stem(word)] : parts;
  });
}

/** Whether one of the stems stands among those of a text, or another form of it does. */
export function hasStem(stems: readonly string[], sought: readonly string[]): boolean {
  return sought.some((word) => {
    if (stems.includes(word)) return true;
    if (GLUED.test(word)) return stems.some((other) => other.includes(word));
    if (!BENDING.test(word)) return stems.some((other) => isForm(word, other));
    const root = word.slice(0, Math.max(3, word.length - 2));
    return stems.some((other) => other.startsWith(root) && Math.abs(other.length - word.length) < 4);
  });
}

/** Whether a text can hold one of the stems at all: a quick look before it is cut into words. */
export function mayHold(text: string, sought: readonly string[]): boolean {
  if (UNUSUAL.test(text)) return true;
  return sought.some((word) => {
    let look = looks.get(word);
    if (look === undefined) {
      if (looks.size > 500) looks.clear();
      look = lookFor(word);
      looks.set(word, look);
    }
    return look.test(text);
  });
}

const looks = new Map<string, RegExp>();
/** What is not of the signs that texts are usually made of may be read as another sign: ligatures, letters of mathematics. */
const UNUSUAL =
  /[^\0-\u0560\u05d0-\u05f4\u0600-\u06ff\u0e00-\u0e7f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2190-\u2bff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff20]/;
const ANYTHING = /(?:)/;

/** What every form of a word begins with, as it may be written: with accents, and with signs between the letters. */
function lookFor(word: string): RegExp {
  const irregular = FORMS.get(word);
  if (/^[a-z0-9]+$/.test(word)) return new RegExp([word, ...(irregular ?? [])].map(latinLook).join('|'), 'i');
  if (/^\p{Script=Cyrillic}+$/u.test(word)) {
    const letters = [...word.slice(0, word.length < 4 ? 3 : 4 - (word.length < 6 ? 1 : 0))];
    // The others of the script are these with a sign above.
    return new RegExp(
      letters.map((letter) => `[${letter}й\u0400-\u040f\u0450-\u045f\u0476-\u04f9]`).join('\\p{M}*'),
      'iu',
    );
  }
  if (/^\p{Script=Arabic}+$/u.test(word))
    return new RegExp([...word].map((letter) => `[${letter}\u0622-\u0626\u06c0\u06c2\u06d3]`).join('\\p{M}*'), 'u');
  // Composed as texts are; of Kana the marks were taken off, and of other scripts it is not known here.
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hebrew}]+$/u.test(word)
    ? new RegExp([...word.normalize('NFC')].join('\\p{M}*'), 'u')
    : ANYTHING;
}

function latinLook(word: string): string {
  const letters = [...(word.length < 4 ? word : word.slice(0, Math.min(4, word.length - 1)))].map((letter, i, all) => {
    if (/\d/.test(letter)) return letter;
    const form = `[${letter}\\u00c0-\\u024f\\u1e00-\\u1eff]`;
    // One letter of another alphabet may stand for both.
    return /^(?:ss|ae|oe|th)$/.test(`${all[i - 1]}${letter}`) ? `${form}?` : form;
  });
  return `${/^\d/.test(word) ? '(?<!\\d)' : '(?<![a-z])'}${letters.join("[.'’ʼ‐‑\\u0300-\\u036f-]{0,4}")}${word.length < 3 && !/\d$/.test(word) ? '(?![a-rt-z0-9])' : ''}`;
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter(({ kind }) => kind === 'word' || kind === 'number' || kind === 'handle')
    .map(({ start, end }) => text.slice(start, end));
}

function stemsIn(word: string): string[] {
  return word
    .split(/[-‐‑–_/]/u)
    .map(stem)
    .filter((part) => part !== '');
}

/** A word without case, accents, signs and English endings. */
function stem(word: string): string {
  const plain = word
    .replace(/^(?:l|d|qu|dell|all|nell|sull)['’](?=\p{L})/iu, '')
    .normalize('NFD')
    .replace(/[\p{M}.’'ʼ‐‑–_/-]/gu, '')
    .toLowerCase()
    .replace(/(?<=\d)s$/, '')
    .replace(/[ßøłđıæœþﬀﬁﬂﬃﬄﬅﬆ]/g, (letter) => LETTERS[letter] ?? letter);
  if (plain === 's') return '';
  return /^[a-z]{3,}$/.test(plain) ? englishStem(plain) : plain;
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  // As texts that were copied out of a PDF file have them.
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

function englishStem(word: string): string {
  const singular = IRREGULAR.get(word) ?? word;
  if (singular.length < 4) return singular === 'men' ? 'man' : singular;
  return singular
    .replace(/men$/, 'man')
    .replace(/^(.)ies$/, '$1ie')
    .replace(/(?<=[a-z]{2})(?:ies|ied|ie|y)$/, 'i')
    .replace(/(?:zzes|sses|shes|ches|xes)$/, (end) => end.slice(0, -2))
    .replace(/([^su])s$/, '$1')
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, '')
    .replace(/(?<=[a-z]{3})e$/, '')
    .replace(/([bdfgklmnprtz])\1$/, '$1')
    .replace(/(?<=[a-z]{2})our$/, 'or')
    .replace(/isation$/, 'ization');
}

/** Irregular forms by their stems. */
const FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  [...IRREGULAR, ['men', 'man'], ['women', 'woman']].map(([plural, singular]) => [
    englishStem(singular as string),
    [plural as string, singular as string],
  ]),
);

/** Whether two stems are forms of one word all the same: one is the other with an ending. */
function isForm(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  if (least < 4 || least === Math.max(a.length, b.length)) return false;
  return a.length < b.length
    ? b.startsWith(a) && ENDINGS.has(b.slice(a.length))
    : a.startsWith(b) && ENDINGS.has(a.slice(b.length));
}
