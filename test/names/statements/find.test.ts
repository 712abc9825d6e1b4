import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../server/src/names/statements/find.ts';
import type { Mention } from '../../../server/src/names/types.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

const TYPES: Readonly<Record<string, string>> = {
  P: 'person',
  O: 'organization',
  L: 'place',
  G: 'group',
  W: 'product',
};

/** Reads a text in which mentions stand as `[P Tom Burt]`. */
function parse(marked: string): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/\[([POLGW]) ([^\]]*)\]/g)) {
    text += marked.slice(at, match.index);
    const [whole, type = '', words = ''] = match;
    mentions.push({
      start: text.length,
      end: text.length + words.length,
      type: TYPES[type] ?? '',
      evidence: 'model',
      score: 1,
    });
    text += words;
    at = match.index + whole.length;
  }
  return { text: text + marked.slice(at), mentions };
}

/** `kind: subject = value @ employer`, one a statement. */
function said(marked: string): string[] {
  const { text, mentions } = parse(marked);
  return findStatements({ text, tokens: tokenize(text), mentions }).map(({ kind, subject, value, employer }) => {
    const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end).replace(/\s+/g, ' ');
    return `${kind}: ${words(subject)} = ${words(value)}${employer === undefined ? '' : ` @ ${words(employer)}`}`;
  });
}

describe('what stands behind a name and a comma', () => {
  test.each([
    ['[O Kanzhun], the owner of [O Boss Zhipin], fell.', 'description: Kanzhun = the owner of Boss Zhipin'],
    ['[O Volvo], the [G Swedish] carmaker, grew.', 'description: Volvo = the Swedish carmaker'],
    ['He went to [L Paris], the capital of [L France], in May.', 'description: Paris = the capital of France'],
    [
      'So said [P Ann Lee], a senior research fellow at [O Chatham House], on Monday.',
      'role: Ann Lee = senior research fellow @ Chatham House',
    ],
    ['[P Jo Roe], chief executive of [O Acme], left.', 'role: Jo Roe = chief executive @ Acme'],
    [
      '[P Tom Burt], [O Microsoft]’s vice president for customer security, wrote it.',
      'role: Tom Burt = vice president for customer security @ Microsoft',
    ],
    [
      '[P Amin], a former [G Palestinian] intelligence chief who may have known, died.',
      'description: Amin = a former Palestinian intelligence chief',
    ],
    ['It was [O Oxfam], a British\ncharity.', 'description: Oxfam = a British charity'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    'In [L Kabul], the president said so.',
    '[L Paris], [L France], was cold.',
    '[P Ann Lee], speaking from [L Rome], said so.',
    '[P Ann Lee], who owns a bank, said so.',
    '[O Acme], [O Ajax] and the bank agreed.',
    '[P Ann Lee], her husband and a friend came.',
    '[P Ann Lee], himself a former president, came.',
    '“No,” said [P Ann Lee], the sun in her eyes, and left.',
  ])('nothing is said by %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('what stands before a name', () => {
  test.each([
    ['[O Microsoft] Vice President [P Tom Burt] wrote it.', 'role: Tom Burt = Vice President @ Microsoft'],
    ['[O Foreign Ministry] spokesman [P Wang Wenbin] denied it.', 'role: Wang Wenbin = spokesman @ Foreign Ministry'],
    [
      '[G Chinese] Foreign Ministry spokesperson [P Wang Wenbin] said.',
      'role: Wang Wenbin = Foreign Ministry spokesperson @ Chinese',
    ],
    ['[G German] Chancellor [P Angela Merkel] came.', 'role: Angela Merkel = Chancellor @ German'],
    ['[L U.S.] Secretary of State [P Antony Blinken] met him.', 'role: Antony Blinken = Secretary of State @ U.S.'],
    ['Former [L U.S.] President [P Jimmy Carter] is ill.', 'role: Jimmy Carter = Former U.S. President'],
    ['A newspaper reporter, [P Jo Roe], and Dr. [P Ann Lee] came.', undefined],
    ['Settlers left the [L West Bank] under Prime Minister [P Ariel Sharon].', 'role: Ariel Sharon = Prime Minister'],
    ['The ride-hailing platform [O Didi] grew.', 'class: Didi = ride-hailing platform'],
    ['The [G Swiss] drugmaker [O Roche] sells it.', 'class: Roche = Swiss drugmaker'],
    ['They bought carmaker [O Acme].', 'class: Acme = carmaker'],
    ['The newspaper “[O Milliyet]” said.', 'class: Milliyet = newspaper'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected === undefined ? [] : [expected]);
  });

  test('one class may be said of several', () => {
    expect(said('The truck-hailing platforms [O Yunmanman], [O Huochebang] and [O Ajax] merged.')).toEqual([
      'class: Yunmanman = truck-hailing platforms',
      'class: Huochebang = truck-hailing platforms',
      'class: Ajax = truck-hailing platforms',
    ]);
  });
});

describe('short and other names', () => {
  test.each([
    ['The [O World Health Organization] (WHO) said.', 'abbreviation: World Health Organization = WHO'],
    ['Its initial public offering (IPO) was large.', 'abbreviation: initial public offering = IPO'],
    ['[O Full Truck Alliance] (FTA) listed.', 'abbreviation: Full Truck Alliance = FTA'],
    ['The [O RSF] (Reporters Sans Frontieres) said.', 'abbreviation: Reporters Sans Frontieres = RSF'],
    ['A production-sharing arrangement (PSA) was signed.', 'abbreviation: production-sharing arrangement = PSA'],
    ['[L Mumbai], formerly known as [L Bombay], grew.', 'former-name: Mumbai = Bombay'],
    ['[O Meta] (formerly [O Facebook]) grew.', 'former-name: Meta = Facebook'],
    ['[P Ali Hassan], also known as “[P Chemical Ali]”, came.', 'alias: Ali Hassan = Chemical Ali'],
    ['[P Jo Roe], formerly of [O Acme], came.', undefined],
    ['The price (USD) rose.', undefined],
    ['He was in the house (HIH).', undefined],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected === undefined ? [] : [expected]);
  });
});

test('all spans lie in the text and subjects are what is named, whatever the text is', () => {
  const piece = fc.constantFrom(
    '[P Ann Lee]',
    '[O Acme]',
    '[L Rome]',
    '[G Dutch]',
    ', ',
    ' the ',
    ' (',
    ') ',
    ' president ',
    ' owner of ',
    ' platforms ',
    ' and ',
    ' formerly ',
    '. ',
    '\n',
    ' IPO',
    ' “',
    '’s ',
    ' Secretary of State ',
    'WHO',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const { text, mentions } = parse(pieces.join(''));
      const subjects = new Set(mentions.map(({ start, end }) => `${start} ${end}`));
      for (const { kind, subject, value, employer } of findStatements({ text, tokens: tokenize(text), mentions })) {
        for (const span of [subject, value, ...(employer ? [employer] : [])]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        if (kind !== 'abbreviation') expect(subjects).toContain(`${subject.start} ${subject.end}`);
      }
    }),
  );
});
