import type { EntityType } from './types.ts';

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
  type('money', 'Money', 'm', 'An amount of money with its currency'),
  type('percent', 'Percent', 'c', 'A percentage'),
  type('quantity', 'Quantity', 'q', 'A measured amount with its unit, or a count of something'),
  type('date', 'Date', 'd', 'A day or longer: a date, week, month, season, year or century'),
  type('time', 'Time', 't', 'A point or part of a day'),
  type('duration', 'Duration', 'u', 'A length of time'),
  type('set', 'Set', 's', 'A time that comes again: every Monday, twice a year'),
];

/** Colours that a project may give its types: those of the built-in types and six free ones. */
export const COLORS: readonly string[] = [
  ...BUILT_IN_TYPES.map(({ id }) => id),
  ...['custom1', 'custom2', 'custom3', 'custom4', 'custom5', 'custom6'],
];

export const REQUIRED_METADATA: readonly string[] = ['source', 'published', 'title'];
export const RECOMMENDED_METADATA: readonly string[] = ['author', 'url'];

function type(id: string, label: string, key: string, description: string): EntityType {
  return { id, label, key, description, color: id };
}
