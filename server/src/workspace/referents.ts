import type { PlacedAnnotation } from '../annotations/types.ts';
import type { Mention } from '../names/types.ts';
import type { Chunk } from '../text/sequence.ts';
import { flatLine } from '../text/shorten.ts';
import type { Section } from './section.ts';
import type { SeedSnapshot } from './snapshot.ts';

/** A name as a document writes it first or most fully. */
interface FullName {
  readonly type: string;
  readonly text: string;
  /** Of the facts files, if they know it. */
  readonly entity: string | undefined;
}

/**
 * Which names of a document mean the same: "Mr Wang" and "Wang" are Wang Wenbin, "Didi" is Didi Chuxing, "WHO" is the
 * World Health Organization. Of a short form that fits to several names, nothing is said.
 */
export interface Referents {
  /** The full name that a short one stands for, or the usual spelling of one that is written otherwise; never the same text. */
  fullOf(type: string, text: string): FullName | undefined;
  /** The entity of a name, short or full, by the facts or by an annotation of the same words. */
  entityOf(type: string, text: string): string | undefined;
  /** The short forms in which the document writes a full name. */
  formsOf(type: string, text: string): readonly string[];
}

/** Looks at the names of all sections that have been worked out. */
export function referentsOf(snapshot: SeedSnapshot): Referents {
  let referents = known.get(snapshot);
  if (referents === undefined) {
    const parts: Part[] = [];
    snapshot.sections.eachChunk((chunk) => parts.push(namesOf(chunk)));
    parts.push(linkedNames(snapshot.annotations));
    if (last === undefined || !areSame(last.parts, parts)) last = { parts, referents: collect(joined(parts)) };
    referents = last.referents;
    known.set(snapshot, referents);
  }
  return referents;
}

/** The names of a chunk, each once. */
type Part = ReadonlyMap<string, FullName>;

const known = new WeakMap<SeedSnapshot, Referents>();

/** What was collected last, and from what: most keys leave a document the names that it had. */
let last: { readonly parts: readonly Part[]; readonly referents: Referents } | undefined;

function areSame(a: readonly Part[], b: readonly Part[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i] || haveSameNames(part, b[i] as Part));
}

function haveSameNames(a: Part, b: Part): boolean {
  if (a.size !== b.size) return false;
  for (const [key, { entity }] of a) {
    const other = b.get(key);
    if (other === undefined || other.entity !== entity) return false;
  }
  return true;
}

/** The names of several chunks, each once, with its entity if any of them knows it. */
function joined(parts: readonly Part[]): FullName[] {
  const names = new Map<string, FullName>();
  for (const part of parts)
    for (const [key, name] of part) if (names.get(key)?.entity === undefined) names.set(key, name);
  return [...names.values()];
}

/** The entity of a mention, by what the facts say of it or of the full name that it stands for. */
export function entityOf(snapshot: SeedSnapshot, { entity, type }: Mention, text: string): string | undefined {
  return entity ?? referentsOf(snapshot).entityOf(type, text);
}

/** The words that annotations link to an entity, each once: they mean it elsewhere, too, as long as nobody links them to another one. */
export function linkedNames(annotations: readonly PlacedAnnotation[]): ReadonlyMap<string, FullName> {
  const known = linked.get(annotations);
  if (known !== undefined) return known;
  const names = new Map<string, FullName>();
  const apart = new Set<string>();
  for (const { annotation } of annotations) {
    const { type, entity, status, quote } = annotation;
    if (entity === undefined || status === 'rejected') continue;
    const text = flatLine(quote.join(' '));
    const key = keyOf(type, text);
    const other = names.get(key);
    if (other !== undefined && other.entity !== entity) apart.add(key);
    names.set(key, { type, text, entity });
  }
  for (const key of apart) names.delete(key);
  linked.set(annotations, names);
  return names;
}

/** The same of names that were found in a text and of annotations in it. */
export function collectWith(names: readonly FullName[], annotations: readonly PlacedAnnotation[]): Referents {
  if (annotations.length === 0) return collect(names);
  const found = new Map(names.map((name) => [keyOf(name.type, name.text), name]));
  return collect(joined([found, linkedNames(annotations)]));
}

const linked = new WeakMap<readonly PlacedAnnotation[], ReadonlyMap<string, FullName>>();

/** Which of some names, each given once, mean the same. */
export function collect(names: readonly FullName[]): Referents {
  const candidates = new Map<string, FullName[]>();
  const usual = usualSpellings(names);
  const lands = new Set(names.filter(({ type }) => type === 'place' || type === 'group').map(({ text }) => text));
  const firsts = new Set(
    names.filter(({ text }) => text.includes(' ')).map(({ text }) => text.slice(0, text.indexOf(' '))),
  );
  for (const name of usual.values())
    for (const form of shortForms(name, lands, firsts)) append(candidates, keyOf(name.type, folded(form)), name);
  const forms = new Map<string, string[]>();
  const find = (type: string, text: string): FullName | undefined => {
    const key = keyOf(type, folded(text));
    const own = usual.get(key);
    const found = candidates.get(key) ?? [];
    const [first] = found;
    const isOne =
      found.length === 1 || (first?.entity !== undefined && found.every(({ entity }) => entity === first.entity));
    // What the facts know by itself is no other one; it may be a short form of itself.
    if (own?.entity !== undefined && first?.entity !== own.entity) return own;
    return isOne ? first : own;
  };
  const full = (type: string, text: string): FullName | undefined => {
    const flat = flatLine(text);
    const found = find(type, flat);
    return found?.text === flat ? undefined : found;
  };
  for (const { type, text } of names) {
    const whole = full(type, text);
    if (whole !== undefined) append(forms, keyOf(type, whole.text), text);
  }
  return {
    fullOf: full,
    entityOf: (type, text) => find(type, flatLine(text))?.entity,
    formsOf: (type, text) => forms.get(keyOf(type, flatLine(text))) ?? [],
  };
}

/**
 * One spelling of names that differ in case, accents, hyphens and apostrophes: the one that the facts know, else the first that is
 * not in capitals throughout.
 */
function usualSpellings(names: readonly FullName[]): ReadonlyMap<string, FullName> {
  const usual = new Map<string, FullName>();
  for (const name of names) {
    const key = keyOf(name.type, folded(name.text));
    const known = usual.get(key);
    const isBetter =
      known === undefined ||
      (known.entity === undefined && (name.entity !== undefined || (isShouted(known.text) && !isShouted(name.text))));
    if (isBetter) usual.set(key, name);
  }
  return usual;
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase();
}

/**
 * A name without what its spellings differ in. What has four letters or fewer is an acronym or a short word, and stays as it
 * is: "WHO" is not "Who".
 */
function folded(text: string): string {
  const flat = flatLine(text);
  if (flat.length <= 4) return flat;
  return flat
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[-‐‑–]/g, ' ')
    .replace(/['’ʼ`]/g, '');
}

/** Words that stand in small letters inside of names, and give no letter to an acronym. */
const LINKS = new Set('of for and the de la du von van der den bin al el di da dos del le on in at'.split(' '));

/** Organisations of all kinds begin with these: "the Bank" is as often another one as Bank of America. */
const COMMON = new Set(
  'academy advanced air all allied american asian association associated bank board british bureau business central centre center chamber church city college commission committee community congress consumer council court democratic department digital east eastern economic environmental european executive federal federation financial first food foreign foundation free fund general global great group health high house human independent industrial institute international joint law league legal liberal medical military ministry modern museum mutual national new north northern office old organisation organization party people people’s personal political popular premier press public radio red regional research royal school science security senate service social socialist society south southern special state student supreme technical the trade union united university west western women world youth'.split(
    ' ',
  ),
);

/** What an organisation is called for short, with an article, by its last word. */
const GENERIC: ReadonlySet<string> = new Set(
  'Academy Agency Alliance Assembly Association Authority Bank Board Brotherhood Bureau Cabinet Club Commission Committee Company Confederation Congress Consortium Convention Corporation Council Court Department Federation Force Foundation Front Fund Group Guard Institute Institution League Ministry Movement Museum Network Office Organisation Organization Panel Parliament Partnership Party Senate Service Society Union University'.split(
    ' ',
  ),
);

/** Says what kind of company one is by law. */
const LEGAL: ReadonlySet<string> = new Set(
  'ltd limited inc incorporated corp corporation co company plc llc llp lp gmbh ag sa spa nv bv oy ab as asa kk pty pte holdings holding'.split(
    ' ',
  ),
);

/** A letter alone, with or without its stop, is an initial and no name. */
const INITIAL = /^\p{L}\.?$/u;

/**
 * In what else a name may be written: by its first or last word, by its initials.
 *
 * @param lands names of places and peoples in the same document: "China" is hardly China Mobile.
 * @param firsts first words of its names of several words.
 */
function shortForms({ type, text }: FullName, lands: ReadonlySet<string>, firsts: ReadonlySet<string>): Set<string> {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const forms = new Set<string>();
  const first = words[0];
  const last = words.at(-1);
  if (words.length < 2 || first === undefined || last === undefined) return forms;
  if (type === 'person') {
    for (const word of [first, last]) if (!INITIAL.test(word)) forms.add(word);
    // "Ursula von der Leyen"
    for (let i = words.length - 2; i > 0 && LINKS.has((words[i] as string).toLowerCase()); i--)
      forms.add(words.slice(i).join(' '));
    return forms;
  }
  if (type !== 'organization' && type !== 'place') return forms;
  const isOwn = !INITIAL.test(first) && !COMMON.has(first.toLowerCase()) && !lands.has(first);
  if (type === 'organization' && isOwn) forms.add(first);
  if (type === 'organization') {
    // "the Alliance", as long as nothing else in the text begins so.
    if (GENERIC.has(last) && !firsts.has(last)) forms.add(last);
    const bare = words.findIndex((word, i) => i > 0 && LEGAL.has(word.replace(/[.,]/g, '').toLowerCase()));
    if (bare > 0) forms.add(words.slice(0, bare).join(' ').replace(/,$/, ''));
  }
  const letters = words.filter((word) => !LINKS.has(word)).map((word) => [...word][0] ?? '');
  if (letters.length > 1) {
    forms.add(letters.join('').toUpperCase());
    forms.add(`${letters.join('.').toUpperCase()}.`);
  }
  return forms;
}

/** The names of some sections, each once. */
export function fullNames(sections: readonly Section[]): FullName[] {
  return [...namesIn(sections).values()];
}

/** The same, of names that are not the sections' own. */
export function fullNamesOf(
  sections: readonly Section[],
  mentionsOf: (section: Section) => readonly Mention[],
): FullName[] {
  const names = new Map<string, FullName>();
  for (const section of sections) addNames(names, section, mentionsOf(section));
  return [...names.values()];
}

function namesOf(chunk: Chunk<Section>): ReadonlyMap<string, FullName> {
  const isWhole = chunk.items.every((section) => section.isWorkedOut('names'));
  const names = remembered.get(chunk) ?? namesIn(chunk.items);
  if (isWhole) remembered.set(chunk, names);
  return names;
}

/** Chunks of sections never change, and a key touches one of them only. */
const remembered = new WeakMap<Chunk<Section>, ReadonlyMap<string, FullName>>();

function namesIn(sections: readonly Section[]): ReadonlyMap<string, FullName> {
  const names = new Map<string, FullName>();
  for (const section of sections) {
    if (section.isWorkedOut('names')) addNames(names, section, section.analysis.mentions);
  }
  return names;
}

function addNames(names: Map<string, FullName>, { segment }: Section, mentions: readonly Mention[]): void {
  for (const { start, end, type, entity } of mentions) {
    const text = flatLine(segment.text.slice(start, end));
    const key = keyOf(type, text);
    if (names.get(key)?.entity === undefined) names.set(key, { type, text, entity });
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function keyOf(type: string, text: string): string {
  return `${type}\n${text}`;
}
