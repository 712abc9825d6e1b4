import { citationKey } from './key.ts';
import { type Kind, kindOf } from './kind.ts';
import { readName } from './person-name.ts';
import { dateParts, placeText, webAddress } from './reference.ts';
import type { Quotation, QuotationFormat } from './types.ts';

/** An item as Zotero, pandoc and other citation programs read it; the words stand in its note. */
export const cslJson: QuotationFormat = {
  id: 'csl-json',
  label: 'CSL-JSON',
  description: 'An item for Zotero and pandoc, the words in its note',
  write: (quotation) => `${JSON.stringify([itemOf(quotation)], null, 2)}\n`,
};

function itemOf(quotation: Quotation): Readonly<Record<string, unknown>> {
  const { source } = quotation;
  const kind = kindOf(source);
  const item = {
    id: citationKey(source),
    type: kind,
    title: source.title,
    [IN_A_CONTAINER.has(kind) ? 'container-title' : 'publisher']: source.publisher,
    genre: source.kind,
    author: source.authors.length === 0 ? undefined : source.authors.map(author),
    issued: dateOf(source.published),
    accessed: dateOf(source.retrieved),
    URL: webAddress(source),
    language:
      source.language !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(source.language)
        ? source.language
        : undefined,
    note: passagesText(quotation),
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

/** Kinds that stand in something with a title of its own. */
const IN_A_CONTAINER: ReadonlySet<Kind> = new Set([
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'webpage',
  'post-weblog',
  'broadcast',
]);

function author(written: string): Readonly<Record<string, string>> {
  const name = readName(written);
  if ('literal' in name) return name;
  const { family, given, particle, suffix } = name;
  return {
    family,
    ...(given === undefined ? {} : { given }),
    ...(particle === undefined ? {} : { 'non-dropping-particle': particle }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** A date of any precision by its parts; what cannot be read as it is written. */
function dateOf(date: string | undefined): object | undefined {
  if (date === undefined) return undefined;
  const parts = dateParts(date);
  return parts === undefined ? { literal: date } : { 'date-parts': [parts] };
}

function passagesText({ source, passages }: Quotation): string {
  return passages.map((passage) => `“${passage.paragraphs.join('\n\n')}” (${placeText(source, passage)})`).join('\n\n');
}
