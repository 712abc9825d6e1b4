import type {
  NameRow,
  NameSeed,
  NameSeeds,
  NameSentence,
  NameSentences,
  Names,
  NamesState,
} from '../../../server/src/protocol.ts';
import { grouped, quoted } from '../commands/words.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Row } from './row.ts';
import { surroundings } from './surroundings.ts';
import { typeIcon } from './typeIcons.ts';

/** Characters of a name or title that a row shows; the tooltip has more. */
const LABEL = 80;

/** What the view *Entities* is narrowed to. */
export interface EntityFilter {
  /** '' for all. */
  readonly query: string;
  /** Ids of types; undefined for all. */
  readonly types: readonly string[] | undefined;
}

/** What the seeds name, one row each; where there is more than a list can hold, a last row says so. */
export function entityRows({ rows, total }: Names): readonly Row[] {
  const left = total - rows.length;
  return [
    ...rows.map(entityRow),
    ...(left > 0 ? [moreRow(left, 'filter to see them', 'seedmark.filterEntities')] : []),
  ];
}

/** The seeds that name something. */
export function namingRows({ seeds, total }: NameSeeds, key: string): readonly Row[] {
  const left = total - seeds.length;
  return [...seeds.map((seed) => namingRow(seed, key)), ...(left > 0 ? [moreRow(left, 'in the dossier')] : [])];
}

/** The sentences of a seed that name something. */
export function sentenceRows({ sentences, total }: NameSentences, key: string, uri: string): readonly Row[] {
  const left = total - sentences.length;
  const rows = sentences.map((sentence, index) => sentenceRow(sentence, index, key, uri));
  return [...rows, ...(left > 0 ? [moreRow(left, 'in the dossier')] : [])];
}

/** What is said behind the title of a view that is filtered. */
export function filterText({ query, types }: EntityFilter, known: Names['types']): string {
  const labels = types?.map((id) => typeLabel(known.find((type) => type.id === id) ?? { id, label: id }));
  return [
    ...(query === '' ? [] : [quoted(query, 30)]),
    ...(labels === undefined ? [] : [labels.join(', ') || 'no type']),
  ].join(' · ');
}

/** What is said above the rows: how far the seeds have been read, and how much passes the filter. '' leaves room for what an empty view says. */
export function entitiesMessage(names: Names | undefined, state: NamesState | undefined, filter: EntityFilter): string {
  const progress = state === undefined ? 'Reading seeds…' : progressText(state);
  const isFiltered = filter.query !== '' || filter.types !== undefined;
  if (names === undefined || !isFiltered || names.rows.length === 0) return progress;
  const all = names.types.reduce((sum, type) => sum + type.names, 0);
  return [`${grouped(names.total)} of ${grouped(all)} names`, ...(progress === '' ? [] : [progress])].join(' · ');
}

export function isReading({ seeds, read, named }: NamesState): boolean {
  return read < seeds || (named > 0 && named < seeds);
}

/** A type as people read it; entries of the facts files may have none. */
export function typeLabel({ id, label }: { readonly id: string; readonly label: string }): string {
  return label || id || 'Without a type';
}

function progressText(state: NamesState): string {
  const { seeds, read, named } = state;
  if (!isReading(state)) return '';
  return read < seeds
    ? `Reading seeds: ${grouped(read)} of ${grouped(seeds)}`
    : `Looking for names in seeds: ${grouped(named)} of ${grouped(seeds)}`;
}

function entityRow(row: NameRow): Row {
  const { key, name, seeds, mentions, description } = row;
  const said = [seedCount(seeds), mentionCount(mentions)];
  return {
    id: key,
    label: cut(name),
    description: said.join(' · '),
    icon: typeIcon(row),
    tooltip: entityTooltip(row),
    spoken: [
      cut(name),
      typeLabel({ id: row.type, label: row.label }),
      ...said,
      ...(description === undefined ? [] : [description]),
    ].join(', '),
    kind: 'entity',
    open: 'collapsed',
    lazy: true,
    about: { key, name },
    children: [],
  };
}

/** Markdown: all text from files is escaped. */
function entityTooltip({ name, type, label, seeds, mentions, description }: NameRow): string {
  const head = `**${escapeMarkdown(name)}** · ${escapeMarkdown(typeLabel({ id: type, label }))}`;
  const counts = `${seedCount(seeds)} · ${mentionCount(mentions)}`;
  return [head, ...(description === undefined ? [] : [escapeMarkdown(description, 400)]), counts].join('\n\n');
}

function namingRow({ uri, path, title, source, published, mentions }: NameSeed, key: string): Row {
  const label = cut(title ?? path.slice(path.lastIndexOf('/') + 1));
  const counted = mentionCount(mentions);
  return {
    id: uri,
    // In a narrow view nothing else is left of a row with a long title.
    label: published === undefined ? label : `${published} ${label}`,
    description: counted,
    icon: { name: 'file' },
    tooltip: [...(source === undefined ? [] : [`*${escapeMarkdown(source)}*`]), escapeMarkdown(path)].join('\n\n'),
    spoken: [label, source, published === undefined ? undefined : `published ${published}`, counted]
      .filter((part) => part !== undefined)
      .join(', '),
    kind: 'naming',
    open: 'collapsed',
    lazy: true,
    about: { key, uri },
    children: [],
  };
}

function sentenceRow({ text, start, end, range }: NameSentence, index: number, key: string, uri: string): Row {
  const shown = surroundings(text, start, end);
  const line = `line ${range.start.line + 1}`;
  const isGone = text === '';
  return {
    id: String(index),
    label: isGone ? 'This sentence has changed' : shown.text,
    ...(isGone ? {} : { strong: shown.strong }),
    description: line,
    icon: { name: isGone ? 'warning' : 'quote' },
    ...(isGone ? {} : { tooltip: `${escapeMarkdown(text, 1_000)}\n\n${line}` }),
    spoken: isGone ? `This sentence has changed, ${line}` : `${text}, ${line}`,
    kind: 'sentence',
    place: { ranges: [range] },
    // An empty range stands for what is there: the sentence, the name.
    about: { key, uri, ranges: [{ start: range.start, end: range.start }] },
    children: [],
  };
}

function moreRow(left: number, description: string, run?: string): Row {
  return {
    id: 'more',
    label: `${grouped(left)} more`,
    description,
    icon: { name: 'ellipsis' },
    spoken: `${grouped(left)} more: ${description}`,
    kind: 'more',
    ...(run === undefined ? {} : { run }),
    children: [],
  };
}

export function seedCount(number: number): string {
  return `${grouped(number)} ${number === 1 ? 'seed' : 'seeds'}`;
}

export function mentionCount(number: number): string {
  return `${grouped(number)} ${number === 1 ? 'mention' : 'mentions'}`;
}

/** A name without the marks round it. */
function cut(text: string): string {
  return quoted(text, LABEL).slice(1, -1);
}
