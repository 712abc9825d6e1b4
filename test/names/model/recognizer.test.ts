import { describe, expect, test } from 'vitest';
import { EvidenceCounts } from '../../../server/src/names/model/evidence.ts';
import { FeatureReader, MOST_FEATURES } from '../../../server/src/names/model/features.ts';
import { type BlockAnalysis, NameRecognizer, slim } from '../../../server/src/names/model/recognizer.ts';
import { wordsOf } from '../../../server/src/names/model/sentence.ts';
import { isShown } from '../../../server/src/names/model/shown.ts';
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
  const analyses = BLOCKS.map((text) => recognizer.analyze(text));
  const sum = (blocks: readonly BlockAnalysis[]) => {
    const evidence = new EvidenceCounts();
    for (const { evidence: own } of blocks) evidence.addAll(own);
    return evidence;
  };

  test('is a sum: blocks put in and taken out in any order leave what the rest says', () => {
    const whole = sum(analyses);
    expect(new Map([...sum([...analyses].reverse()).counts].sort())).toEqual(new Map([...whole.counts].sort()));
    const other = recognizer.analyze('Nobody in Linz had heard of Mara Lindqvist.');
    whole.addAll(other.evidence);
    expect(whole.counts).not.toEqual(sum(analyses).counts);
    whole.addAll(other.evidence, -1);
    expect(whole.counts).toEqual(sum(analyses).counts);
  });

  test('a document read block by block is what it is read at once', () => {
    const evidence = new EvidenceCounts();
    for (const i of [2, 0, 3, 1]) evidence.addAll((analyses[i] as BlockAnalysis).evidence);
    expect(analyses.map((block) => recognizer.mentions(block, evidence))).toEqual(recognizer.document(BLOCKS));
  });

  test('an analysis that was made small gives the same', () => {
    const whole = sum(analyses);
    for (const block of analyses)
      expect(recognizer.mentions(slim(block), whole)).toEqual(recognizer.mentions(block, whole));
  });

  test('a block whose keys did not change need not be read again', () => {
    const block = analyses[3] as BlockAnalysis;
    const whole = sum(analyses);
    const keys = new Set<number>();
    const read = {
      get: (key: number) => {
        keys.add(key);
        return whole.get(key);
      },
    };
    const mentions = recognizer.mentions(block, read);
    const changed = sum([...analyses, recognizer.analyze('Rain fell near Zagreb.')]);
    for (const [key, count] of changed.counts) if (count !== whole.get(key)) expect(keys.has(key)).toBe(false);
    expect(recognizer.mentions(block, changed)).toEqual(mentions);
  });

  test('what a word says itself does not count as what the document says', () => {
    const block = recognizer.analyze('In Quorley it rained.');
    expect(recognizer.mentions(block, block.evidence)).toEqual(recognizer.mentions(block, new EvidenceCounts()));
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

  test('time grows with the length, not faster', () => {
    const time = (size: number) => {
      const text = 'Angela Brandt of the Bank of Lisbon (BL) met no one. '.repeat(size);
      const started = performance.now();
      recognizer.document([text]);
      return performance.now() - started;
    };
    time(200);
    expect(time(4000)).toBeLessThan(40 * Math.max(1, Math.min(time(400), time(400))));
  });
});
