import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { yamlScalar } from '../edits/metadata.ts';
import { FIELDS, type FieldInfo, fieldInfo, fieldKey } from '../seed/fields.ts';
import type { Field } from '../seed/types.ts';
import { contentLength, type Position } from '../text/lines.ts';
import { dayNumber, isoOfDayNumber } from '../times/calendar.ts';
import { inWords } from '../times/words.ts';
import { frequentNames } from '../workspace/frequent-names.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { quoteYaml } from '../yaml/quote.ts';
import { locate, type Place } from './locate.ts';
import { suggestedValues } from './suggested-values.ts';

export interface SeedCompletionOptions {
  /** The user asked for it; nobody is helped by lists that pop up while prose is typed. */
  readonly invoked: boolean;
  /** The editor's command that opens the list again; run behind a field's name, where its value comes next. */
  readonly suggestCommand?: string | undefined;
}

const FIELD: CompletionItemKind = 5;
const VALUE: CompletionItemKind = 12;
const TEXT: CompletionItemKind = 1;

/** Days before today that are offered for a date. */
const DAYS = 7;
/** More names than this help nobody to choose. */
const MOST_NAMES = 50;
/** A name that is being typed is not longer. */
const LONGEST_WORD = 100;

/** What may be written at a position: names of fields and their values in the metadata; in the body, when asked, names. */
export function seedCompletion(
  snapshot: SeedSnapshot,
  position: Position,
  options: SeedCompletionOptions,
): CompletionItem[] | undefined {
  const place = locate(snapshot, position);
  if (place === undefined) return undefined;
  const field = fieldBefore(snapshot, place, position);
  if (field !== undefined) return valuesOf(snapshot, field, place, position);
  if (isNamePosition(snapshot, place, position, options)) return fieldNames(snapshot, place, position, options);
  return options.invoked && place.section.segment.kind === 'paragraph' ? namesInProse(snapshot, position) : undefined;
}

/** What is offered, without its place in the text and the list. */
interface Offer {
  readonly label: string;
  readonly detail: string;
  readonly kind: CompletionItemKind;
  readonly newText?: string;
  /** Words that find it, besides the label. */
  readonly words?: string;
  readonly documentation?: string;
}

function items(offers: readonly Offer[], start: Position, end: Position, glued = ''): CompletionItem[] {
  const seen = new Set<string>();
  const result: CompletionItem[] = [];
  for (const { label, detail, kind, newText = label, words, documentation } of offers) {
    if (seen.has(label)) continue;
    seen.add(label);
    result.push({
      label,
      kind,
      detail,
      // Editors sort by name otherwise; here the order says what is likely.
      sortText: String(result.length).padStart(4, '0'),
      // Whoever types the blank as well is still at the beginning of a name: VS Code would look for a blank inside it.
      filterText: glued + (words === undefined ? label : `${label} ${words}`),
      textEdit: { range: { start, end }, newText: glued + newText },
      ...(documentation === undefined ? {} : { documentation }),
    });
  }
  return result;
}

// ---- names of fields ---------------------------------------------------------------------------------------------

/** Whether a field's name may begin on this line, as far as it is written before the cursor. */
function isNamePosition(
  snapshot: SeedSnapshot,
  { section, line }: Place,
  position: Position,
  { invoked }: SeedCompletionOptions,
): boolean {
  const text = lineText(snapshot, position.line);
  const before = text.slice(0, position.character).replace(/^\ufeff/, '');
  if (!/^[ \t]*["']?[\p{L} \-_]{0,40}$/u.test(before)) return false;
  if (section.segment.kind !== 'paragraph') return true;
  if (isInOpenFrontMatter(snapshot, position.line)) return true;
  if (!invoked || position.line !== line) return false;
  // The first line of a text, the line below the header, or the last one.
  const below = snapshot.header?.lineStarts.length ?? 0;
  const first = snapshot.header === undefined ? firstInk(snapshot) : below;
  if (line === first && (snapshot.header === undefined || lineText(snapshot, below - 1).trim() !== '')) return true;
  return position.line >= lastInk(snapshot) && text.length <= 40;
}

function fieldNames(
  snapshot: SeedSnapshot,
  { section }: Place,
  position: Position,
  { suggestCommand }: SeedCompletionOptions,
): CompletionItem[] {
  const yaml =
    section.segment.fields.some(({ style }) => style === 'yaml') || isInOpenFrontMatter(snapshot, position.line);
  const text = lineText(snapshot, position.line);
  const before = /[\p{L}\-_][\p{L} \-_]*$/u.exec(text.slice(0, position.character))?.[0] ?? '';
  const known = snapshot.metadata.fields.map(({ field }) => field).filter(({ name }) => name !== '');
  const written = new Set(snapshot.metadata.fields.map(({ field }) => field.key));
  const lower = !yaml && known.length > 0 && known.every(({ name }) => name === name.toLowerCase());
  // Where a colon stands already, only the name is replaced.
  const colon = /^[\p{L} \-_]*:/u.exec(text.slice(position.character)) ? '' : ': ';
  const offers = [...FIELDS]
    .sort((a, b) => Number(written.has(a.key)) - Number(written.has(b.key)))
    .map((info): Offer => {
      const name = yaml ? info.yamlName : lower ? info.label.toLowerCase() : info.label;
      return {
        label: name,
        newText: name + colon,
        kind: FIELD,
        detail: written.has(info.key) ? 'stands in the metadata already' : needOf(snapshot, info),
        words: info.synonyms.join(' '),
        documentation: `${info.meaning} (${info.term})`,
      };
    });
  const found = items(offers, { line: position.line, character: position.character - before.length }, position);
  if (suggestCommand === undefined) return found;
  return found.map((item) => ({ ...item, command: { title: 'Suggest', command: suggestCommand } }));
}

function needOf(snapshot: SeedSnapshot, { key }: FieldInfo): string {
  const { required, recommended } = snapshot.knowledge.project;
  const asked = (names: readonly string[]) => names.some((name) => fieldKey(name) === key);
  return asked(required) ? 'required' : asked(recommended) ? 'recommended' : 'optional';
}

// ---- values ------------------------------------------------------------------------------------------------------

/** The field in whose value the cursor stands. */
function fieldBefore(snapshot: SeedSnapshot, { section, offset }: Place, position: Position): Field | undefined {
  const { fields, text } = section.segment;
  let found: Field | undefined;
  for (const field of fields) if (field.name !== '' && field.nameSpan.end < offset) found = field;
  if (found === undefined) return undefined;
  const between = text.slice(found.nameSpan.end, offset);
  if (!/^["']?\s*[:：]/.test(between)) return undefined;
  // Behind the value, on the same line or in a list that goes on below it.
  const end = Math.max(found.valueSpan.end, found.nameSpan.end);
  const behind = offset > end ? text.slice(end, offset) : '';
  if (!/[\r\n]/.test(behind)) return found;
  return found.style === 'yaml' && /^[ \t]*-[ \t]/.test(lineText(snapshot, position.line)) ? found : undefined;
}

function valuesOf(
  snapshot: SeedSnapshot,
  field: Field,
  place: Place,
  position: Position,
): CompletionItem[] | undefined {
  if (field.key === undefined) return undefined;
  const info = fieldInfo(field.key);
  const { start, list } = partBefore(snapshot, field, info, place, position);
  const yaml = field.style === 'yaml';
  const written = (value: string) => (yaml ? (list === 'flow' ? quoteYaml(value, true) : yamlScalar(value)) : value);
  const offers = offersFor(snapshot, field, info).map((offer) => ({ ...offer, newText: written(offer.label) }));
  // A value stands one blank behind its colon, or behind the mark that ends the value before it.
  const line = lineText(snapshot, position.line);
  const glued = /[:：;；,]$/.test(line.slice(0, start)) ? ' ' : '';
  return items(offers, { line: position.line, character: start }, position, glued);
}

/** Where the value, or the entry of a list of values, begins on this line. */
function partBefore(
  snapshot: SeedSnapshot,
  field: Field,
  { kind, key }: FieldInfo,
  { section, offset }: Place,
  position: Position,
): { readonly start: number; readonly list: 'flow' | 'lines' | undefined } {
  const before = lineText(snapshot, position.line).slice(0, position.character);
  const entry = field.style === 'yaml' ? /^[ \t]*-[ \t]+/.exec(before) : null;
  if (entry) return { start: entry[0].length, list: 'lines' };
  const several = kind === 'list' || key === 'author';
  const flow = field.style === 'yaml' && /[:：]\s*\[/.test(before);
  const pattern = flow
    ? /^.*(?:[[,]|[:：])[ \t]*/u
    : several
      ? /^.*(?:[:：;；]|,[ \t])[ \t]*/u
      : /^[^:：]*[:：][ \t]*/u;
  if (field.style === 'inline' && !several) {
    // Of fields that run on, other colons stand before this one's, and the value may hold more of them.
    const written = section.segment.text.slice(field.valueSpan.start, offset).trimStart().length;
    return { start: Math.max(0, position.character - written), list: undefined };
  }
  const match = pattern.exec(before);
  return { start: match?.[0].length ?? before.length, list: flow ? 'flow' : undefined };
}

/** What suggests itself, and what else may be meant, for which the list is typed into. */
function offersFor(snapshot: SeedSnapshot, field: Field, { key, kind }: FieldInfo): Offer[] {
  // What is suggested for a list is the whole of one; here it is completed entry by entry.
  if (key === 'keywords') return keywords(snapshot, field);
  const suggested = suggestedValues(snapshot, key, { limit: MOST_NAMES }).map(({ value, why }) =>
    kind === 'date' ? dayOffer(value, why) : { label: value, kind: VALUE, detail: why },
  );
  switch (key) {
    case 'source':
      return [...suggested, ...entities(snapshot, ['organization'])];
    case 'author':
      return [...suggested, ...entities(snapshot, ['person', 'organization'])];
    case 'published':
    case 'retrieved':
      return [...suggested, ...days(snapshot, key)];
    case 'language':
      return [...suggested, ...LANGUAGES.map((label) => ({ label, kind: VALUE, detail: languageName(label) }))];
    default:
      return suggested;
  }
}

function spelled(spellings: readonly { readonly spelling: string; readonly count: number }[]): Offer[] {
  return spellings.slice(0, MOST_NAMES).map(({ spelling, count }) => ({
    label: spelling,
    kind: VALUE,
    detail: count === 1 ? 'in one seed' : `in ${count} seeds`,
  }));
}

function entities(snapshot: SeedSnapshot, types?: readonly string[]): Offer[] {
  return [...snapshot.knowledge.entities.values()]
    .filter(({ entity }) => types === undefined || types.includes(entity.type))
    .slice(0, MOST_NAMES)
    .map(({ entity }) => ({
      label: entity.name,
      kind: VALUE,
      detail: `${entity.type}, from your facts`,
      words: entity.aliases.join(' '),
      ...(entity.description === undefined ? {} : { documentation: entity.description }),
    }));
}

function days(snapshot: SeedSnapshot, key: 'published' | 'retrieved'): Offer[] {
  const [year = 0, month = 1, day = 1] = snapshot.today.split('-').map(Number);
  const today = dayNumber(year, month, day);
  const other = key === 'retrieved' ? snapshot.published : undefined;
  return [
    ...Array.from({ length: DAYS + 1 }, (_, i) =>
      dayOffer(isoOfDayNumber(today - i), i === 0 ? 'today' : i === 1 ? 'yesterday' : `${i} days ago`),
    ),
    ...(other !== undefined && /^\d{4}-\d\d-\d\d$/.test(other) ? [dayOffer(other, 'the day of publication')] : []),
  ];
}

function dayOffer(label: string, why: string): Offer {
  const detail = `${inWords(label)}, ${why}`;
  return { label, kind: VALUE, detail, words: detail };
}

function keywords(snapshot: SeedSnapshot, field: Field): Offer[] {
  const taken = new Set((field.items ?? []).map(({ value }) => value.toLowerCase()));
  const inText = frequentNames(snapshot, MOST_NAMES).map(({ name, count }) => ({
    label: name,
    kind: VALUE,
    detail: count === 1 ? 'once in this text' : `${count} times in this text`,
  }));
  const counts = new Map<string, number>();
  for (const { keywords } of snapshot.corpus.records.values())
    for (const keyword of new Set(keywords)) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
  const elsewhere = [...counts].map(([spelling, count]) => ({ spelling, count })).sort((a, b) => b.count - a.count);
  return [...inText, ...spelled(elsewhere)].filter(({ label }) => !taken.has(label.toLowerCase()));
}

/** Languages in which news is often written; others are typed. */
const LANGUAGES = 'en zh-Hans zh-Hant ar es fr de ru pt ja ko it tr fa hi uk pl nl he id vi'.split(' ');

function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

// ---- prose -------------------------------------------------------------------------------------------------------

/** Names that the facts files or the text itself hold and that begin with what is written before the cursor. */
function namesInProse(snapshot: SeedSnapshot, position: Position): CompletionItem[] | undefined {
  const before = lineText(snapshot, position.line).slice(0, position.character).slice(-LONGEST_WORD);
  const word = /[\p{L}\p{M}\p{N}’'.-]+$/u.exec(before)?.[0] ?? '';
  if (word === '') return undefined;
  const begins = (name: string) => name.toLowerCase().startsWith(word.toLowerCase()) && name !== word;
  const offers = [
    ...frequentNames(snapshot, Number.MAX_SAFE_INTEGER).map(({ name, count }) => ({
      label: name,
      kind: TEXT,
      detail: count === 1 ? 'once in this text' : `${count} times in this text`,
    })),
    ...entities(snapshot),
  ].filter(({ label }) => begins(label));
  return items(
    offers.slice(0, MOST_NAMES),
    { line: position.line, character: position.character - word.length },
    position,
  );
}

// ---- lines -------------------------------------------------------------------------------------------------------

function lineText({ lines }: SeedSnapshot, line: number): string {
  if (line < 0 || line >= lines.count) return '';
  const text = lines.line(line);
  return text.slice(0, contentLength(text));
}

/** Front matter that is being written: opened on the first line, and neither closed nor left by a blank line. */
function isInOpenFrontMatter(snapshot: SeedSnapshot, line: number): boolean {
  if (!/^\ufeff?---[ \t]*$/.test(lineText(snapshot, 0)) || line === 0 || line > 60) return false;
  for (let i = 1; i < line; i++) if (/^(?:---|\.\.\.)?[ \t]*$/.test(lineText(snapshot, i))) return false;
  return true;
}

function firstInk(snapshot: SeedSnapshot): number {
  let line = 0;
  while (line < snapshot.lines.count - 1 && line < 20 && lineText(snapshot, line).trim() === '') line++;
  return line;
}

function lastInk({ lines }: SeedSnapshot): number {
  let line = lines.count - 1;
  while (line > 0 && lines.count - line < 20 && lines.line(line).trim() === '') line--;
  return line;
}
