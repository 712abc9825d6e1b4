import { describe, test } from 'vitest';
import { check } from './check.ts';

describe('abbreviations', () => {
  test.each([
    ['an initial public offering (IPO) in', 'abbreviation initial public offering: IPO'],
    ['initial public offerings (IPOs)', 'abbreviation initial public offerings: IPOs'],
    ['an IPO (initial public offering) in', 'abbreviation initial public offering: IPO'],
    ['the [Full Truck Alliance]o (FTA)', 'abbreviation Full Truck Alliance: FTA'],
    ['the [World Health Organization]o ([WHO]o) said', 'abbreviation World Health Organization: WHO'],
    ["the [World Trade Organization]o's (WTO) summit", 'abbreviation World Trade Organization: WTO'],
    ['the [Department of Administrative Security]o ("DAS")', 'abbreviation Department of Administrative Security: DAS'],
    [
      'the [Movement for the Emancipation of the Niger Delta]o (MEND)',
      'abbreviation Movement for the Emancipation of the Niger Delta: MEND',
    ],
    ['WHO (the [World Health Organization]o)', 'abbreviation World Health Organization: WHO'],
    ["the [Kurdistan Workers' Party]o, known as the PKK, said", ''],
    ['the [APEC Business Advisory Council]o, known as [ABAC]o.', 'abbreviation APEC Business Advisory Council: ABAC'],
    ['the [World Health Organization]o, or WHO, said', 'abbreviation World Health Organization: WHO'],
    ['the Supreme\nCouncil (SC)', 'abbreviation Supreme\nCouncil: SC'],
  ])('%s', (marked, expected) => {
    if (expected === '') check(marked, "alias Kurdistan Workers' Party: PKK");
    else check(marked, expected);
  });

  test.each([
    '[Lionel Messi]p (ARG) won',
    'the [Revolutionary Forces]o, or FARC, said',
    'in [Rome]l, or [Paris]l, he',
    'the bank (see below)',
    'the World Health Assembly (WHO)',
    'the Organization (WHO)',
    'the world (A) is',
    'he said (OK) and',
    'public offering (IPO)',
    'no end (IPO',
    '(IPO)',
    'World Health Organization. (WHO)',
  ])('nothing in: %s', (marked) => check(marked));
});

describe('other names', () => {
  test.each([
    ['[Burkina Faso]l (formerly [Upper Volta]l) is', 'alias Burkina Faso: Upper Volta (former)'],
    ['[Mumbai]l, formerly [Bombay]l, is', 'alias Mumbai: Bombay (former)'],
    ['[Meta]o, formerly known as [Facebook]o, said', 'alias Meta: Facebook (former)'],
    ['[Meta]o, previously called Facebook, said', 'alias Meta: Facebook (former)'],
    ['[Hamdi Issac]p, also known as [Osman Hussein]p, fled', 'alias Hamdi Issac: Osman Hussein'],
    ['[Ali Hassan]p, better known as “Chemical Ali,” appeared', 'alias Ali Hassan: Chemical Ali'],
    ['[Ali Hassan]p (a.k.a. Chemical Ali)', 'alias Ali Hassan: Chemical Ali'],
    ['[FARC Roe]o, known as FARC, said', 'alias FARC Roe: FARC'],
    ['[Swaziland]l, since renamed [Eswatini]l, is', 'alias Eswatini: Swaziland (former)'],
    ['[Twitter]o, now known as [X]o, is', 'alias X: Twitter (former)'],
  ])('%s', (marked, ...expected) => check(marked, ...expected));

  test.each([
    '[Tom Doe]p, formerly of [Microsoft]o, said',
    '[Tom Doe]p, formerly [Microsoft]o chief, said',
    'The Organization in the [Maghreb]l, formerly known as [Salafists]o, said',
    'the Mission in [Haiti]l, known as MINUSTAH, said',
    '[Tom Doe]p, known as a liar, said',
    '[Rome]l, previously, was',
    '[Tom Doe]p, also known for [Titanic]w, said',
    '[Mumbai]l (formerly [Bombay]l and more)',
  ])('nothing in: %s', (marked) => check(marked));
});
