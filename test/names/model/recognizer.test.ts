import { describe, expect, test } from 'vitest';
import { EvidenceCounts } from '../../../server/src/names/model/evidence.ts';
import { concern, exchange } from '../../../server/src/names/model/exchange.ts';
import { FeatureReader, MOST_FEATURES } from '../../../server/src/names/model/features.ts';
import { hashOf } from '../../../server/src/names/model/hash.ts';
import { type BlockReading, NameRecognizer } from '../../../server/src/names/model/recognizer.ts';
import { wordsOf } from '../../../server/src/names/model/sentence.ts';
import { isShown } from '../../../server/src/names/model/shown.ts';
import { SentenceStore } from '../../../server/src/names/model/store.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { randomFrom } from '../../../server/train/names/random.ts';
import { projectModel } from './support.ts';

const model = projectModel();
const recognizer = new NameRecognizer(model);

function found(...blocks: string[]): string[][] {
  return recognizer
    .document(blocks)
    .map((mentions, i) => mentions.map(({ start, end, kind }) => `${kind}: ${blocks[i]?.slice(start, end)}`));
}

describe('the recognizer', () => {
  test.each([
    ['Angela Brandt moved to Lisbon in 2011.', ['person: Angela Brandt', 'place: Lisbon']],
    [
      'The Ministry of Health in Nairobi hired Peter Kamau.',
      ['organization: Ministry of Health', 'place: Nairobi', 'person: Peter Kamau'],
    ],
    ['Most Hungarian farmers voted against it.', ['group: Hungarian']],
    ['Secretary of State Ruth Alvarsson flew to Nairobi.', ['person: Ruth Alvarsson', 'place: Nairobi']],
    [
      'The Daily Nation reported that Grace Otieno had left Kisumu.',
      ['organization: Daily Nation', 'person: Grace Otieno', 'place: Kisumu'],
    ],
    [
      'Food delivery firm Tolvane said it had bought Brenwick Logistics.',
      ['organization: Tolvane', 'organization: Brenwick Logistics'],
    ],
    ['Washington has accused Tehran of breaking the agreement.', ['place: Washington', 'place: Tehran']],
    ['Shares rose on Monday after the minister spoke.', []],
    ['There was nothing to be seen, and then it rained.', []],
    ['Write to anna.berg@example.org or ask @annaberg.', []],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual([names]);
  });

  test('a name that is doubtful alone is what the rest of the document says', () => {
    const first =
      'Tamsin Orleigh joined Corvane Systems as an engineer. Ms Orleigh said she would stay. Orleigh was 40.';
    const [, second] = found(first, 'Later, Orleigh left.');
    expect(second).toEqual(['person: Orleigh']);
  });

  test('what is doubtful, and products, are not shown by default', () => {
    const mention = { start: 0, end: 4 };
    expect(isShown({ ...mention, kind: 'person', score: 0.4 })).toBe(true);
    expect(isShown({ ...mention, kind: 'person', score: 0.3 })).toBe(false);
    expect(isShown({ ...mention, kind: 'place', score: 0.4 })).toBe(false);
    expect(isShown({ ...mention, kind: 'organization', score: 0.37 })).toBe(true);
    expect(isShown({ ...mention, kind: 'organization', score: 0.33 })).toBe(false);
    expect(isShown({ ...mention, kind: 'group', score: 0.45 })).toBe(false);
    expect(isShown({ ...mention, kind: 'product', score: 1 })).toBe(false);
  });

  test('scores are shares', () => {
    const mentions = recognizer.document(['Angela Brandt moved to Lisbon with Brandt & Sons of Rue Verte.']).flat();
    expect(mentions.length).toBeGreaterThan(1);
    for (const { score } of mentions) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });
});

const BLOCKS = [
  'The Ardale Institute opened in Graz. Mara Lindqvist, its head, thanked the city.',
  'Lindqvist said that the institute (AI) would employ Ukrainians and Austrians.',
  'LINDQVIST LEAVES ARDALE',
  'Graz had been chosen over Linz and Bari. The Ardale people moved in.',
];

describe('evidence', () => {
  const readings = BLOCKS.map((text) => recognizer.read(text));
  const entriesOf = (...blocks: readonly BlockReading[]) =>
    blocks.flatMap(({ sentences }) => sentences.map(({ reading }) => reading.said.entries));
  const sum = (blocks: readonly BlockReading[]) => {
    const evidence = new EvidenceCounts();
    for (const entries of entriesOf(...blocks)) evidence.add(entries);
    return evidence;
  };

  test('is a sum: blocks put in and taken out in any order leave what the rest says', () => {
    const whole = sum(readings);
    const other = recognizer.read('Nobody in Linz had heard of Mara Lindqvist.');
    for (const entries of entriesOf(other)) whole.add(entries);
    expect(whole).not.toEqual(sum(readings));
    for (const entries of entriesOf(other)) whole.add(entries, -1);
    expect(whole).toEqual(sum(readings));
    expect(whole).toEqual(sum([...readings].reverse()));
  });

  test('a document read block by block is what it is read at once', () => {
    const evidence = sum([2, 0, 3, 1].map((i) => readings[i] as BlockReading));
    expect(readings.map((block) => recognizer.mentions(block, evidence))).toEqual(recognizer.document(BLOCKS));
  });

  test('a sentence that was forgotten is read again, and gives the same', () => {
    const forgetful = new NameRecognizer(model, undefined, new SentenceStore(16));
    expect(forgetful.document(BLOCKS)).toEqual(recognizer.document(BLOCKS));
    const text = BLOCKS[0] as string;
    expect(recognizer.read(text).sentences[0]?.reading).toBe(recognizer.read(text).sentences[0]?.reading);
    expect(forgetful.read(text).sentences[0]?.reading).not.toBe(forgetful.read(text).sentences[0]?.reading);
  });

  test('what a word says itself does not count as what the document says', () => {
    const block = recognizer.read('In Quorley it rained.');
    expect(recognizer.mentions(block, sum([block]))).toEqual(recognizer.mentions(block, new EvidenceCounts()));
  });

  describe('after an exchange', () => {
    const named = (word: string) => hashOf(word.toLowerCase());

    const read = (texts: readonly string[]) => entriesOf(...texts.map((text) => recognizer.read(text)));

    test.each<[out: readonly string[], into: readonly string[], word: string, changes: boolean]>([
      [[], ['It rained.'], 'rained', true],
      [['It rained.'], ['It rained.'], 'rained', false],
      [['It rained.'], ['Yes, it rained.'], 'rained', false],
      [[], ['It rained near Zagreb.'], 'zagreb', true],
      // What is written small more than once is as small as can be.
      [[], ['The city has a people.'], 'the', false],
      [['Mara Lindqvist spoke.'], ['Mara Lindqvist sang.'], 'lindqvist', false],
      [['Mara Lindqvist spoke.'], ['Mara Lindqvist sang.'], 'sang', true],
    ])('of %j for %j, “%s”: %s', (out, into, word, changes) => {
      const evidence = sum([...readings, ...out.map((text) => recognizer.read(text))]);
      const { words } = exchange(evidence, read(out), read(into));
      expect(words.has(named(word))).toBe(changes);
      expect(evidence).toEqual(sum([...readings, ...into.map((text) => recognizer.read(text))]));
    });

    test('a name that the document is full of may come once more, and nobody reads again', () => {
      const many = Array.from({ length: 9 }, () => recognizer.read('They lived in Vienna.'));
      const evidence = sum(many);
      const once = recognizer.read('In Vienna they lived.');
      expect(exchange(evidence, [], entriesOf(once)).words.has(named('Vienna'))).toBe(false);
      const fresh = sum(many.slice(0, 1));
      expect(exchange(fresh, [], entriesOf(once)).words.has(named('Vienna'))).toBe(true);
    });

    test('only blocks with a word that changed read something else', () => {
      const random = randomFrom(3);
      const texts = [
        ...BLOCKS,
        'Mara spoke of Linz. The Institute of Graz (IG) was closed.',
        'An institute in Bari hired Ardale.',
        'Lindqvist and Ardale were seen. Mara Lindqvist was not.',
        'The IG of Graz. Ukrainians? In Linz, perhaps.',
      ].map((text) => recognizer.read(text));
      let present: BlockReading[] = [];
      const evidence = new EvidenceCounts();
      let spared = 0;
      for (let round = 0; round < 300; round++) {
        const out = present.filter(() => random() < 0.2);
        const into = texts.filter(() => random() < 0.15);
        const before = new Map(present.map((block) => [block, recognizer.mentions(block, evidence)]));
        const changes = exchange(evidence, entriesOf(...out), entriesOf(...into));
        for (const block of out) present = present.filter((_, i) => i !== present.indexOf(block));
        for (const block of present) {
          if (block.sentences.some(({ reading }) => concern(changes)(reading.said))) continue;
          spared++;
          expect(recognizer.mentions(block, evidence)).toEqual(before.get(block));
        }
        present.push(...into);
        expect(evidence).toEqual(sum(present));
      }
      expect(spared).toBeGreaterThan(100);
    });
  });
});

describe('any text', () => {
  const check = (text: string) => {
    let last = 0;
    for (const { start, end, score } of recognizer.document([text])[0] ?? []) {
      const where = JSON.stringify(text.slice(start, end));
      expect(start, where).toBeGreaterThanOrEqual(last);
      expect(end, where).toBeGreaterThan(start);
      expect(end, where).toBeLessThanOrEqual(text.length);
      for (const at of [start, end])
        expect(/[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))).toBe(false);
      expect(score >= 0 && score <= 1, where).toBe(true);
      last = end;
    }
  };

  test('ten thousand random strings', () => {
    const random = randomFrom(11);
    const pieces = [
      'Anna ',
      'US',
      '-',
      '’s ',
      '. ',
      '\n',
      '\r\n',
      '😀',
      '\ud83d',
      '\ude00',
      'É',
      'ß',
      '中国',
      ' Bank of ',
      '(UN)',
      '\u0301',
      '@',
      '#',
      'İ',
      '\u200d',
      'ﬁ',
      'LTD',
      ' ',
      '0',
      ', ',
    ];
    for (let round = 0; round < 10_000; round++) {
      let text = '';
      for (let size = random() * 12; size > 0; size--)
        text +=
          random() < 0.8
            ? (pieces[Math.floor(random() * pieces.length)] as string)
            : String.fromCharCode(Math.floor(random() * 0x10000));
      check(text);
    }
  });

  test('every block of Unicode', () => {
    for (let block = 0; block < 0x110000; block += 128) {
      let text = 'Mr ';
      for (let code = block; code < block + 128; code += 9) text += String.fromCodePoint(code) + (code % 2 ? ' ' : '');
      check(text);
    }
  });

  test('no word has more features than fit', () => {
    const text =
      'The United Nations High Commissioner for Refugees (UNHCR) of New York City, Lake Ontario, met King Hussein bin Talal';
    const reader = new FeatureReader();
    const words = wordsOf(text, tokenize(text), model.lexicon);
    for (let i = 0; i < words.count; i++) {
      reader.read(words, i);
      expect(reader.count).toBeLessThan(MOST_FEATURES - 60);
      expect(reader.count).toBeGreaterThan(10);
    }
  });
});
