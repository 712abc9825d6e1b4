import { describe, expect, test } from 'vitest';
import { findLaws } from '../../server/src/names/laws.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { marked, unmarked } from '../support/marks.ts';
import { longRunOf } from '../support/unicode.ts';

function check(expected: string): void {
  const text = unmarked(expected);
  const found = findLaws({ text, tokens: tokenize(text) });
  expect(marked(text, found, ({ type }) => type)).toBe(expected);
}

describe('by their words', () => {
  test.each([
    'Factories were fined under the <<Clean Air Act of 1970|law>>, which he had opposed.',
    'In June the <<Data Security Law|law>> came into force, as did the <<Human Rights Act 1998|law>> long before.',
    'Banks must follow the <<General Data Protection Regulation|law>> (<<GDPR|law>>) from today.',
    'Apps for the young fall under the <<Children’s Online Privacy Protection Act|law>> (<<COPPA|law>>).',
    'The <<Treaty of Versailles|law>> was signed in June; the <<Paris Agreement|law>> came a century later.',
    'They broke the <<Oslo Accords|law>> and the <<Geneva Conventions|law>>, he said on Monday.',
    'It joined the <<Convention on the Rights of the Child|law>> and the <<Law of the Sea Convention|law>>.',
    'The <<First Amendment|law>> protects speech and the <<14th Amendment|law>> to the <<U.S. Constitution|law>> citizens.',
    'Both sides ended the war with the <<Good Friday Agreement|law>> and never looked back.',
    'A bill modelled on the US <<Freedom of Information Act|law>> failed in the lower house.',
    'She quoted the <<Universal Declaration of Human Rights|law>> and the <<Bill of Rights|law>> at length.',
    'Lawyers say this violates the <<Constitution|law>> and China’s <<Data Security Law|law>> at once.',
    'The <<North/South Comprehensive Peace Agreement|law>> (<<CPA|law>>) gave them a vote.',
    'Critics of the <<Patriot Act|law>> Tuesday called for its end.',
  ])('%s', check);
});

describe('by their numbers and parts', () => {
  test.each([
    'It was struck down as <<Public Law 94-142|law>> and <<Executive Order 13769|law>> had been.',
    'See <<Regulation (EU) 2016/679|law>> and <<Directive 95/46/EC|law>> for what is allowed.',
    'The house passed <<H.R. 3200|law>> and the council <<Resolution 1441|law>> within days.',
    'Schools are bound by <<Title IX|law>> and voters rejected <<Proposition 8|law>> again.',
    'He invoked <<Article 5 of the North Atlantic Treaty|law>>, she <<Article 50|law>> later that year.',
    'Platforms rely on <<Section 230 of the Communications Decency Act|law>> for nearly everything.',
    'Charities are exempt by <<Section 501(c)(3) of the Internal Revenue Code|law>> from that.',
    'It is banned by <<Law No. 23|law>> and by <<Federal Law No. 5|law>> of the same day.',
  ])('%s', check);
});

test.each([
  'We watched Sister Act twice. In Act I she dies; in Act 2 she lives.',
  'They must Act now, said the Bill Gates Foundation and former President Bill Clinton.',
  'The Buffalo Bill museum has a Dress Code, and so has the school.',
  'Murphy’s Law struck the actor Jude Law at the door of Yale Law School.',
  'The Harvard Law Review reported from Sunday’s show in the Convention Center.',
  'He won at the Republican National Convention on Constitution Avenue after all.',
  'A Free Trade Agreement is being discussed, and a Peace Treaty as well.',
  'She drives a Honda Accord and studies International Law and Immigration Law.',
  'The code of conduct, an act of war, the law, a treaty, section 230 in small letters.',
  'The Front for the Defense of the Constitution was banned last year.',
  'See SECTION 204 for seats and Section 2 below for prices.',
  'Title: Order 66 and Directive 5',
  'North Atlantic Treaty Organization troops left the town.',
])('no law: %s', check);

describe('headlines, where a capital says little', () => {
  test.each([
    'Congress Passes Clean Air Act After Long Night Of Debate',
    'Why Leaders Of The <<Resolution 1441|law>> Camp Were Wrong',
    'Senate Votes To Keep the <<Patriot Act|law>>',
    '<<Kyoto Protocol|law>>',
  ])('%s', check);
});

test.each([
  'Act ',
  'Act of ',
  'of the Constitution ',
  'Treaty on the ',
  'Article 5 of the ',
  '(A) ',
  'Section 1)(',
  "Children's ",
  'A/',
])('a megabyte of %j', (piece) => {
  const text = longRunOf(piece);
  findLaws({ text, tokens: tokenize(text) });
});
