import type { EntityType, TypeAttribute } from './types.ts';

const MODIFIERS = [
  ...['APPROX', 'START', 'MID', 'END', 'LESS_THAN', 'MORE_THAN', 'EQUAL_OR_LESS', 'EQUAL_OR_MORE'],
  ...['BEFORE', 'AFTER', 'ON_OR_BEFORE', 'ON_OR_AFTER'],
];

/** What TIMEX3 says of a time (docs/times.md). */
const OF_TIMES = [
  attribute('value', 'Value', 'What it means, as TIMEX3 writes it: 2021-07-05, 2021-07-05T22:41, P3D'),
  attribute('mod', 'Modifier', 'What the value leaves out: about, the start of, more than …', MODIFIERS),
  attribute('anchor', 'Anchor', 'The words, or the time, that it is counted from'),
];
const OF_SETS = [
  ...OF_TIMES,
  attribute('quant', 'Quantifier', 'How it comes again, such as EVERY or EACH'),
  attribute('freq', 'Frequency', 'How often in each, such as 2X for twice a year'),
];
const OF_AMOUNTS = [
  attribute('value', 'Value', 'The amount in digits, such as 2800000000'),
  attribute('unit', 'Unit', 'What is counted: a currency such as USD, or a unit such as km'),
];

/** The types that every workspace has, in the order in which they are offered. */
export const BUILT_IN_TYPES: readonly EntityType[] = [
  type('person', 'Person', 'p', 'A named human being, real or fictional; titles in front stay outside'),
  type('organization', 'Organisation', 'o', 'A company, authority, party, agency, team, band or other named body'),
  type('place', 'Place', 'l', 'A country, city, region, address, building, mountain, river or sea'),
  type('group', 'Group', 'g', 'People of one nationality, religion, political current or other named kind'),
  type('event', 'Event', 'e', 'A named happening: a war, congress, election, storm or match'),
  type('law', 'Law', 'a', 'A named act, treaty, bill, judgment or regulation'),
  type('product', 'Product', 'r', 'A named thing that is made or sold: a vehicle, device, drug, service or app'),
  type('work', 'Work', 'w', 'A named book, film, song, painting, programme or periodical'),
  type('money', 'Money', 'm', 'An amount of money with its currency', OF_AMOUNTS),
  type('percent', 'Percent', 'c', 'A percentage', OF_AMOUNTS),
  type('quantity', 'Quantity', 'q', 'A measured amount with its unit, or a count of something', OF_AMOUNTS),
  type('date', 'Date', 'd', 'A day or longer: a date, week, month, season, year or century', OF_TIMES),
  type('time', 'Time', 't', 'A point or part of a day', OF_TIMES),
  type('duration', 'Duration', 'u', 'A length of time', OF_TIMES),
  type('set', 'Set', 's', 'A time that comes again: every Monday, twice a year', OF_SETS),
];

/** Colours that a project may give its types: those of the built-in types and six free ones. */
export const COLORS: readonly string[] = [
  ...BUILT_IN_TYPES.map(({ id }) => id),
  ...['custom1', 'custom2', 'custom3', 'custom4', 'custom5', 'custom6'],
];

export const REQUIRED_METADATA: readonly string[] = ['source', 'published', 'title'];
export const RECOMMENDED_METADATA: readonly string[] = ['author', 'url'];

function type(
  id: string,
  label: string,
  key: string,
  description: string,
  attributes: readonly TypeAttribute[] = [],
): EntityType {
  return { id, label, key, description, color: id, attributes, closed: false };
}

function attribute(id: string, label: string, description: string, values?: readonly string[]): TypeAttribute {
  return { id, label, description, values };
}
