import { type Names, UNLISTED } from './documents.ts';
import { invented } from './invented.ts';

/** What makes a filler: the lists, a way to pick from one, random numbers. */
export interface Source {
  readonly names: Names;
  readonly pick: (list: readonly string[]) => string;
  readonly random: () => number;
}

/** What is put into a pattern where its name stands in braces. */
export interface Filler {
  /** In the scheme of the data; undefined for what is no name. */
  readonly type: string | undefined;
  readonly make: (source: Source) => string;
  /** Whether names of several words have "the" before them, and now and then their initials behind them. */
  readonly isBody?: boolean;
}

const namesIn = (text: string): readonly string[] => text.split('|');
const MINISTRIES = namesIn(
  'Agriculture|Commerce|Communications|Culture|Defence|Defense|Education|Energy|Environment|Finance|Foreign Affairs|Health|Home Affairs|Industry|Information|Interior|Justice|Labour|Mines|Public Works|Science|Tourism|Trade|Transport|Water Resources|Works',
);
const TRADES = namesIn(
  'Airlines|Airways|Bank|Brewery|Capital|Cement|Chemicals|Communications|Electric|Energy|Entertainment|Foods|Gold|Group|Health|Holdings|Industries|Insurance|Labs|Logistics|Media|Mining|Motors|Oil|Pay|Petroleum|Pharma|Power|Resources|Robotics|Securities|Semiconductor|Software|Steel|Studios|Systems|Tech|Technologies|Telecom|Ventures',
);
const CAUSES = namesIn(
  "Democratic|Freedom|Independence|Justice|Labour|Liberal|National|Patriotic|People's|Progressive|Reform|Republican|Revolutionary|Socialist|Unity|Workers'",
);
const UNIONS = namesIn('Party|Party|Party|Movement|Front|Congress|Alliance|Union|League|Coalition');
const GAMES = namesIn('City|United|FC|Rovers|Rangers|Athletic|Town|Stars|Tigers|Lions');
const COURTS = namesIn('Supreme Court|High Court|Court of Appeal|Federal Court|Constitutional Court|Magistrates Court');
const FORCES = namesIn('Army|Navy|Air Force|Armed Forces|Coast Guard|National Guard|National Police');
const SITES = namesIn(
  '* International Airport|* Airport|* Street|* Road|* Square|* Bridge|* River|* Valley|* Island|* Park|Lake *|Mount *|Gulf of *|Port *|Cape *',
);
const EASTERN_FAMILIES = namesIn(
  'Kim|Lee|Park|Choi|Jung|Kang|Cho|Yoon|Lim|Han|Chen|Wang|Li|Zhang|Liu|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Luo|Tan|Wong|Chan|Cheung|Lam|Ng|Ong|Goh|Nguyen|Tran|Le|Pham|Hoang|Vu|Dang|Bui',
);
const SYLLABLES = namesIn(
  'Jin|Min|Hyun|Seo|Young|Soo|Ji|Sung|Won|Jae|Ho|Kyung|Wei|Xiao|Ming|Jun|Hua|Ping|Guo|Jian|Yong|Zhi|Qiang|Lei|Bo|Hui|Mei|Ying|Kai|Wen|Bin|Tao|Long|Yi|Shao|Peng|Xin|Ru|Van|Thi|Minh|Duc|Hung|Thanh|Quang|Siew|Hock|Boon|Kah|Chee',
);
const MONTHS = namesIn('January|February|March|April|May|June|July|August|September|October|November|December');
const DAYS = namesIn('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday');

/** Fillers by name. */
export const FILLERS: Readonly<Record<string, Filler>> = {
  company: { type: 'ORG', make: company },
  agency: { type: 'ORG', make: ({ names, pick }) => pick(names.bodies), isBody: true },
  party: { type: 'ORG', make: party, isBody: true },
  ministry: { type: 'ORG', make: ministry },
  paper: { type: 'ORG', make: ({ names, pick }) => pick(names.papers) },
  team: {
    type: 'ORG',
    make: ({ names, pick, random }) => (random() < 0.6 ? pick(names.teams) : `${pick(names.cities)} ${pick(GAMES)}`),
  },
  university: {
    type: 'ORG',
    make: ({ names, pick, random }) =>
      random() < 0.6 ? `University of ${pick(names.cities)}` : `${pick(names.cities)} University`,
  },
  bank: {
    type: 'ORG',
    make: ({ names, pick, random }) => `${random() < 0.5 ? '' : 'Central '}Bank of ${pick(names.places)}`,
  },
  court: {
    type: 'ORG',
    make: ({ names, pick, random }) => `${random() < 0.3 ? `${pick(names.cities)} ` : ''}${pick(COURTS)}`,
  },
  exchange: {
    type: 'ORG',
    make: ({ names, pick, random }) => `${pick(names.cities)} ${random() < 0.7 ? 'Stock' : 'Securities'} Exchange`,
  },
  forces: { type: 'ORG', make: ({ names, pick }) => `${pick(names.groups)} ${pick(FORCES)}` },
  un: { type: 'ORG', make: ({ random }) => (random() < 0.5 ? 'UN' : 'U.N.') },
  person: { type: 'PER', make: person },
  first: { type: 'PER', make: ({ names, pick }) => pick(names.first) },
  last: { type: 'PER', make: ({ names, ...source }) => someOf(names.last, source) },
  city: { type: 'LOC', make: ({ names, ...source }) => someOf(names.cities, source) },
  CITY: {
    type: 'LOC',
    make: ({ names, pick, random }) => pick(random() < 0.5 ? names.cities : names.places).toUpperCase(),
  },
  country: {
    type: 'LOC',
    make: ({ names, pick, random }) => pick(random() < 0.8 ? names.places : names.namesakes),
  },
  site: {
    type: 'LOC',
    make: ({ names, pick, random }) => pick(SITES).replace('*', pick(random() < 0.5 ? names.cities : names.last)),
  },
  us: { type: 'LOC', make: ({ random }) => (random() < 0.7 ? 'U.S.' : 'US') },
  storm: {
    type: 'EVENT',
    make: ({ names, pick, random }) => `${random() < 0.6 ? 'Hurricane' : 'Typhoon'} ${pick(names.first)}`,
  },
  west: { type: 'NORP', make: () => 'Western' },
  group: { type: 'NORP', make: ({ names, pick }) => pick(names.groups) },
  number: { type: undefined, make: ({ random }) => String(2 + Math.floor(random() * 97)) },
  day: { type: undefined, make: ({ pick }) => pick(DAYS) },
  date: { type: undefined, make: date },
};

/** A name of the list, or one like them that is on none. */
function someOf(list: readonly string[], { pick, random }: Pick<Source, 'pick' | 'random'>): string {
  return random() < UNLISTED ? invented(pick(list), pick(list)) : pick(list);
}

function company({ names, pick, random }: Source): string {
  const form = random();
  if (form < 0.35) return pick(names.companies);
  const made = invented(pick(names.last), pick(names.cities));
  if (form < 0.68) return made;
  if (form < 0.75) return `${made} ${invented(pick(names.cities), pick(names.last))}`;
  if (form < 0.9) return `${made} ${pick(TRADES)}`;
  return `${pick(random() < 0.5 ? names.cities : names.last)} ${pick(TRADES)}`;
}

function party({ names, pick, random }: Source): string {
  const form = random();
  if (form < 0.5) return pick(names.parties);
  return `${pick(CAUSES)} ${form < 0.75 ? `${pick(CAUSES)} ` : ''}${pick(UNIONS)}`;
}

function ministry({ pick, random }: Source): string {
  const form = random();
  if (form < 0.5) return `Ministry of ${pick(MINISTRIES)}`;
  return `${pick(MINISTRIES)} ${form < 0.85 ? 'Ministry' : 'Department'}`;
}

/** A full name, in the orders and forms that are usual in one part of the world or another. */
function person(source: Source): string {
  const { names, pick, random } = source;
  const form = random();
  const first = pick(names.first);
  const last = someOf(names.last, source);
  if (form < 0.6) return `${first} ${last}`;
  if (form < 0.7) return `${first} ${pick(names.first)} ${last}`;
  if (form < 0.75) return `${first} ${pick(names.last)}-${last}`;
  if (form < 0.8) return `${first} ${pick(names.first).charAt(0)}. ${last}`;
  if (form < 0.84) return `${first.charAt(0)}. ${last}`;
  if (form < 0.9) return `${first} al-${last}`;
  const family = pick(EASTERN_FAMILIES);
  const one = pick(SYLLABLES);
  const two = pick(SYLLABLES);
  if (form < 0.94) return `${family} ${one}${two.toLowerCase()}`;
  return form < 0.97 ? `${family} ${one}-${two.toLowerCase()}` : `${family} ${one} ${two}`;
}

function date({ random }: Source): string {
  const year = 1990 + Math.floor(random() * 40);
  const month = Math.floor(random() * 12);
  const day = 1 + Math.floor(random() * 28);
  const name = MONTHS[month] as string;
  const form = random();
  if (form < 0.4) return `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return form < 0.7 ? `${name} ${day}, ${year}` : `${name} ${day}`;
}
