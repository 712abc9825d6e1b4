import { labelOfId } from '../project/labels.ts';
import { encodeAddress, escapeParagraph, escapeText } from './markdown-text.ts';
import { dateText } from './quotations/reference.ts';

/** All that facts and seeds say of something. Dates are ISO dates of any precision; texts are as files have them. */
export interface Dossier {
  readonly name: string;
  /** What people call its type. */
  readonly type: string;
  readonly description: string | undefined;
  readonly aliases: readonly string[];
  /** How many seeds name it, and how often. */
  readonly seeds: number;
  readonly mentions: number;
  /** Why it may not be all, in sentences. */
  readonly notes: readonly string[];
  readonly facts: readonly DossierFact[];
  /** What the seeds say of it, in order. */
  readonly statements: readonly DossierStatement[];
  /** The sentences that name it, in the order of their dates; those without one last. */
  readonly sentences: readonly DossierSentence[];
  /** What is named in the same sentences, and in how many. */
  readonly company: readonly { readonly name: string; readonly type: string; readonly sentences: number }[];
  readonly links: readonly DossierLink[];
}

export interface DossierFact {
  readonly what: string;
  readonly value: string;
  readonly on: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly source: DossierLink | undefined;
}

export interface DossierLink {
  readonly label: string;
  /** Where it leads, percent-encoded as far as it is ours; undefined for mere text. */
  readonly address: string | undefined;
}

export interface DossierStatement {
  /** `role`, `description` … */
  readonly kind: string;
  readonly value: string;
  /** Of a role the organization or place. */
  readonly employer: string | undefined;
  /** Where it is said; one at least. */
  readonly places: readonly DossierPlace[];
}

export interface DossierSentence {
  readonly text: string;
  /** The date that the sentence itself gives, else that of its publication. */
  readonly date: string | undefined;
  /** Where it stands: word for word the same may stand in several seeds. */
  readonly places: readonly DossierPlace[];
}

/** A line of a seed. */
export interface DossierPlace extends DossierLink {
  readonly publisher: string | undefined;
  readonly published: string | undefined;
}

/** More sentences than this are parted by years, more of one year by months. */
const MOST_TOGETHER = 20;

/** A dossier as a Markdown document. Whatever a file says is text in it, never formatting. */
export function writeDossier(dossier: Dossier): string {
  const parts = [
    `# ${heading(dossier.name)}`,
    [...(dossier.type === '' ? [] : [`*${inline(dossier.type)}*`]), countText(dossier)].join(' · '),
    ...(dossier.description === undefined ? [] : [paragraph(dossier.description)]),
    ...(dossier.aliases.length === 0 ? [] : [`**Also called** ${dossier.aliases.map(inline).join('; ')}`]),
    ...dossier.notes.map((note) => `*${inline(note)}*`),
    ...section('Facts', dossier.facts, factsTable),
    ...section('What the Seeds Say', dossier.statements, (all) => all.map(statementItem).join('\n')),
    ...section('Mentions by Date', dossier.sentences, (all) => sentenceGroups(all).join('\n\n')),
    ...section('Named in the Same Sentences', dossier.company, companyTable),
    ...section('Links', dossier.links, (all) => all.map((link) => `- ${linkText(link)}`).join('\n')),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section<T>(title: string, items: readonly T[], write: (items: readonly T[]) => string): string[] {
  return items.length === 0 ? [] : [`## ${title}`, write(items)];
}

function countText({ seeds, mentions }: Dossier): string {
  if (seeds === 0) return 'named in no seed';
  return `${counted(seeds, 'seed')} · ${counted(mentions, 'mention')}`;
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;
}

function factsTable(facts: readonly DossierFact[]): string {
  const rows = facts.map(({ what, value, on, from, to, source }) => [
    inline(what),
    inline(value),
    inline(on === undefined ? spanText(from, to) : (dateText(on) ?? '')),
    source === undefined ? '' : linkText(source),
  ]);
  return table(['Fact', 'Value', 'When', 'Source'], rows);
}

function spanText(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? '' : `until ${dateText(to)}`;
  return to === undefined ? `since ${dateText(from)}` : `${dateText(from)} – ${dateText(to)}`;
}

function companyTable(company: Dossier['company']): string {
  const rows = company.map(({ name, type, sentences }) => [
    inline(name),
    inline(type),
    sentences.toLocaleString('en-GB'),
  ]);
  return table(['Name', 'Type', 'Sentences'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function statementItem({ kind, value, employer, places }: DossierStatement): string {
  const said = employer === undefined ? inline(value) : `${inline(value)} (${inline(employer)})`;
  return `- **${inline(labelOfId(kind))}** ${said} — ${placesText(places, undefined)}`;
}

/** Headings of years and months, where there is much, and lists under them. */
function sentenceGroups(sentences: readonly DossierSentence[]): string[] {
  if (sentences.length <= MOST_TOGETHER) return [list(sentences)];
  return groups(sentences, ({ date }) => date?.slice(0, 4)).flatMap(([year, ofYear]) => {
    const title = `### ${year === undefined ? 'Without a Date' : heading(year)}`;
    if (year === undefined || ofYear.length <= MOST_TOGETHER) return [title, list(ofYear)];
    const months = groups(ofYear, ({ date }) =>
      date !== undefined && date.length >= 7 ? date.slice(0, 7) : undefined,
    );
    return [
      title,
      ...months.flatMap(([month, ofMonth]) =>
        month === undefined ? [list(ofMonth)] : [`#### ${heading(dateText(month) ?? month)}`, list(ofMonth)],
      ),
    ];
  });
}

/** Those that follow each other and have the same key. */
function groups<T>(items: readonly T[], keyOf: (item: T) => string | undefined): [key: string | undefined, T[]][] {
  const found: [string | undefined, T[]][] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = found.at(-1);
    if (last !== undefined && last[0] === key) last[1].push(item);
    else found.push([key, [item]]);
  }
  return found;
}

function list(sentences: readonly DossierSentence[]): string {
  return sentences.map(sentenceItem).join('\n');
}

function sentenceItem({ text, date, places }: DossierSentence): string {
  const when = dateText(date);
  const said = when === undefined ? paragraph(text) : `**${inline(when)}** ${inline(text)}`;
  return `- ${said} — ${placesText(places, date)}`;
}

/** @param date What has been said already. */
function placesText(places: readonly DossierPlace[], date: string | undefined): string {
  return places
    .map((place) => {
      const { publisher, published } = place;
      const day = published === date ? undefined : dateText(published);
      return [linkText(place), ...[publisher, day].filter((one) => one !== undefined).map(inline)].join(', ');
    })
    .join('; ');
}

function linkText({ label, address }: DossierLink): string {
  return address === undefined ? inline(label) : `[${inline(label)}](${encodeAddress(address)})`;
}

/** Text in a heading, where number signs at its end would be dropped. */
function heading(text: string): string {
  return inline(text).replace(/#/g, '\\#');
}

/** Text at the beginning of a line. */
function paragraph(text: string): string {
  return escapeParagraph(flat(text));
}

function inline(text: string): string {
  return escapeText(flat(text));
}

/** On one line, without what cannot be seen: control characters, and signs that turn the direction of what follows. */
function flat(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}
