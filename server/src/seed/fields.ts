import { distance } from '../text/similar.ts';
import type { FieldKey } from './types.ts';

export type { FieldKey } from './types.ts';

/** What a field's value is. */
export type FieldKind = 'text' | 'date' | 'list' | 'url' | 'language';

/** A metadata field that Seedmark knows. */
export interface FieldInfo {
  readonly key: FieldKey;
  /** How the name is written in a line: "Published". */
  readonly label: string;
  /** How the name is written in front matter: "published". */
  readonly yamlName: string;
  /** Its Dublin Core term. */
  readonly term: string;
  /** One sentence for the hover. */
  readonly meaning: string;
  /** What a seed lacks that lacks the field: "This seed has no date of publication." */
  readonly noun: string;
  readonly kind: FieldKind;
  /** Other names of the field, as people write them. */
  readonly synonyms: readonly string[];
}

/** The known fields in canonical order, which is the order in which they are best written. */
export const FIELDS: readonly FieldInfo[] = [
  {
    key: 'source',
    label: 'Source',
    yamlName: 'source',
    term: 'dcterms:publisher',
    meaning: 'Who published the document: the newspaper, agency, broadcaster or body it comes from.',
    noun: 'source',
    kind: 'text',
    synonyms: ['Publisher', 'Outlet', 'Publication', 'Newspaper', 'News source', 'Published by'],
  },
  {
    key: 'published',
    label: 'Published',
    yamlName: 'published',
    term: 'dcterms:issued',
    meaning: 'The day on which the document was published; “on Monday” and “last month” are counted from it.',
    noun: 'date of publication',
    kind: 'date',
    synonyms: [
      'Date',
      'Publication date',
      'Published on',
      'Published at',
      'Publish date',
      'Date published',
      'Date of publication',
      'Pub date',
      'Issued',
      'Date issued',
    ],
  },
  {
    key: 'retrieved',
    label: 'Retrieved',
    yamlName: 'retrieved',
    term: 'dcterms:dateAccepted',
    meaning: 'The day on which the document was fetched from its source.',
    noun: 'date of retrieval',
    kind: 'date',
    synonyms: [
      'Accessed',
      'Access date',
      'Date accessed',
      'Accessed on',
      'Retrieved on',
      'Date retrieved',
      'Retrieval date',
    ],
  },
  {
    key: 'title',
    label: 'Title',
    yamlName: 'title',
    term: 'dcterms:title',
    meaning: 'The headline of the document, in its own words.',
    noun: 'title',
    kind: 'text',
    synonyms: ['Headline'],
  },
  {
    key: 'author',
    label: 'Author',
    yamlName: 'author',
    term: 'dcterms:creator',
    meaning: 'Who wrote the document: persons, or the body that signs it.',
    noun: 'author',
    kind: 'text',
    synonyms: ['Authors', 'By', 'Byline', 'Writer', 'Written by', 'Author(s)'],
  },
  {
    key: 'url',
    label: 'URL',
    yamlName: 'url',
    term: 'dcterms:identifier',
    meaning: 'The address at which the document was published.',
    noun: 'URL',
    kind: 'url',
    synonyms: ['Link', 'Address', 'Web', 'Web address', 'Source URL', 'Permalink', 'URI'],
  },
  {
    key: 'keywords',
    label: 'Keywords',
    yamlName: 'keywords',
    term: 'dcterms:subject',
    meaning: 'What the document is about: words and names, separated by semicolons.',
    noun: 'keywords',
    kind: 'list',
    synonyms: ['Key words', 'Keyword', 'Tags', 'Subjects'],
  },
  {
    key: 'language',
    label: 'Language',
    yamlName: 'language',
    term: 'dcterms:language',
    meaning: 'The language the document is written in, as a tag such as “en” or by its name.',
    noun: 'language',
    kind: 'language',
    synonyms: ['Lang', 'Languages'],
  },
  {
    key: 'rights',
    label: 'Rights',
    yamlName: 'rights',
    term: 'dcterms:rights',
    meaning: 'Who holds the rights in the document, and under which terms it may be used.',
    noun: 'statement of rights',
    kind: 'text',
    synonyms: ['Copyright', 'License', 'Licence', 'Copyrights'],
  },
];

/** No name is longer than this. */
export const LONGEST_NAME = 40;

/** A field's name without case, blanks, hyphens and underscores; '' for what is too long to be one. */
export function plainName(name: string): string {
  return name.length > LONGEST_NAME ? '' : name.toLowerCase().replace(/[\s\-_‐‑.()]+/gu, '');
}

const BY_NAME: ReadonlyMap<string, FieldInfo> = new Map(
  FIELDS.flatMap((info) =>
    [info.key, info.label, info.yamlName, ...info.synonyms].map((name) => [plainName(name), info] as const),
  ),
);

const BY_KEY: ReadonlyMap<FieldKey, FieldInfo> = new Map(FIELDS.map((info) => [info.key, info]));

/** What is known of a field. */
export function fieldInfo(key: FieldKey): FieldInfo {
  return BY_KEY.get(key) as FieldInfo;
}

/** The field that a name stands for, if it is one of those that Seedmark knows. */
export function fieldKey(name: string): FieldKey | undefined {
  return BY_NAME.get(plainName(name))?.key;
}

/**
 * Names that a slip of the pen is measured against: only those that are rarely anything else, since "Data" is no
 * mistyped "Date".
 */
const NEAR_NAMES = [
  'Source',
  'Publisher',
  'Published',
  'Retrieved',
  'Accessed',
  'Title',
  'Headline',
  'Author',
  'Authors',
  'Keywords',
  'Language',
  'Rights',
  'Copyright',
  'License',
  'Publication date',
  'Access date',
].map((name) => ({ name: plainName(name), info: BY_NAME.get(plainName(name)) as FieldInfo }));

/** Ordinary words that are as near to a name as a slip would be. */
const ORDINARY = new Set(
  (
    'sources sourced resource resources course titles titled tithe tile tiles little right rites lights nights fights ' +
    'sights tights bights rigs headlines headlined assessed access authority authored authoress actor publicized ' +
    'publicised polished punished perished language languages keynotes passwords licensed licensee licenses silence'
  ).split(' '),
);

/** The field whose name this one nearly is: "Publised", "Tittle", "Soruce". Undefined for a name that is known. */
export function nearFieldKey(name: string): FieldInfo | undefined {
  const plain = plainName(name);
  if (plain.length < 5 || BY_NAME.has(plain) || ORDINARY.has(plain)) return undefined;
  let best: FieldInfo | undefined;
  let least = 3;
  for (const near of NEAR_NAMES) {
    const limit = Math.min(near.name.length >= 8 ? 2 : 1, least - 1);
    if (limit < 1) break;
    // A slip rarely hits the first letter, but for a swap with the second.
    if (near.name[0] !== plain[0] && !(near.name[0] === plain[1] && near.name[1] === plain[0])) continue;
    const cost = distance(plain, near.name, limit);
    if (cost > limit) continue;
    best = near.info;
    least = cost;
  }
  return best;
}

/** Names of metadata that Seedmark does not know but keeps: they stand in headers and footers of many archives. */
const KEPT = new Set(
  (
    'section category categories type id no number edition page pages place location country city region desk editor ' +
    'editedby editors translator translatedby translation photographer photo photos picture photocredit subtitle ' +
    'subheading subhead standfirst kicker description summary abstract excerpt topic topics series volume issue doi ' +
    'isbn issn archive collection status version contact contactus email mail phone tel telephone fax notes ' +
    'transcriber transcribedby interviewer interviewee recorded created updated modified lastupdated lastmodified ' +
    'dateline wordcount words length genre medium format reporter reportedby correspondent contributor contributors ' +
    'reviewer reviewedby subject sender recipient from to cc website site program programme channel station agency ' +
    'documenttype documentid reference ref loaddate provenance creator coverage relation filename importedby'
  ).split(' '),
);

/** Whether a name that is not known is a usual one of other metadata ("Section", "Photographer"). */
export function isKeptName(name: string): boolean {
  return KEPT.has(plainName(name));
}
