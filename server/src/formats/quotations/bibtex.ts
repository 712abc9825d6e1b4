import type { Source } from '../types.ts';
import { citationKey } from './key.ts';
import { kindOf } from './kind.ts';
import { readName } from './person-name.ts';
import { dateParts, placeText, webAddress } from './reference.ts';
import type { Quotation, QuotationFormat } from './types.ts';

/** An entry for BibTeX and BibLaTeX; the words stand in its annotation. */
export const bibtex: QuotationFormat = {
  id: 'bibtex',
  label: 'BibTeX',
  description: 'An entry for LaTeX, the words in its annotation',
  write(quotation) {
    const { source } = quotation;
    const { entry, publisher } = entryOf(source);
    const address = webAddress(source);
    const fields: readonly Field[] = [
      ['author', source.authors.map(person).join(' and ')],
      // Braces of their own keep capitals as they are.
      ['title', source.title && `{${escapeText(source.title)}}`],
      [publisher, source.publisher && escapeText(source.publisher)],
      ...dateFields(source.published),
      ['url', address && encodeAddress(address)],
      ['urldate', dateParts(source.retrieved) && source.retrieved],
      ['annote', passagesText(quotation)],
    ];
    const lines = fields.flatMap(([name, value]) => {
      if (value === undefined || value === '') return [];
      return [`  ${name} = ${name === 'month' ? value : `{${value}}`}`];
    });
    return `@${entry}{${citationKey(source)},\n${lines.join(',\n')}\n}\n`;
  },
};

type Field = readonly [name: string, value: string | undefined];

function entryOf(source: Source): { readonly entry: string; readonly publisher: string } {
  switch (kindOf(source)) {
    case 'article-newspaper':
    case 'article-magazine':
    case 'article-journal':
      return { entry: 'article', publisher: 'journal' };
    case 'book':
      return { entry: 'book', publisher: 'publisher' };
    case 'report':
      return { entry: 'techreport', publisher: 'institution' };
    default:
      return { entry: 'misc', publisher: 'howpublished' };
  }
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** BibTeX reads year and month, BibLaTeX the date. */
function dateFields(published: string | undefined): readonly Field[] {
  const parts = dateParts(published);
  if (parts === undefined) return [['note', published && escapeText(published)]];
  const [, month] = parts;
  return [
    ['date', published],
    ['year', published?.slice(0, 4)],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
  ];
}

/** "van Gogh, Jr., Vincent"; braces keep together what is one. */
function person(author: string): string {
  const name = readName(author);
  if ('literal' in name) return `{${escapeText(name.literal)}}`;
  const { family, given, particle, suffix } = name;
  const parts = [`${particle === undefined ? '' : `${particle} `}${guarded(family)}`];
  if (suffix !== undefined) parts.push(guarded(suffix));
  if (given !== undefined) parts.push(guarded(given));
  return parts.join(', ');
}

/** A part of a name in which "and" or a comma would part names. */
function guarded(part: string): string {
  const text = escapeText(part);
  return /,|(?:^|\s)(?:and|others)(?:\s|$)/i.test(text) ? `{${text}}` : text;
}

function passagesText({ source, passages }: Quotation): string {
  return passages
    .map((passage) => `“${escapeText(passage.paragraphs.join(' '))}” (${escapeText(placeText(source, passage))})`)
    .join(' ');
}

/** BibTeX counts braces whatever stands in front of them, so that none may be left; all else is for LaTeX. */
function escapeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}~^<>|"#$%&_]/g, (sign) => SIGNS[sign] ?? sign);
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\symbol{34}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
};

/** Addresses are read as they stand, but for braces. */
function encodeAddress(address: string): string {
  return address.replace(/[\s{}\\]/g, (sign) => encodeURIComponent(sign));
}
