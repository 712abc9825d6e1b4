import { encodeAddress, escapeParagraph, escapeText } from '../markdown-text.ts';
import type { Source } from '../types.ts';
import { authorsText, dateText, placeText, webAddress } from './reference.ts';
import type { Passage, Quotation, QuotationFormat } from './types.ts';

/** A block quotation in Markdown, its title a link to where it was published. */
export const markdown: QuotationFormat = {
  id: 'markdown',
  label: 'Markdown',
  description: 'A block quotation with a link',
  write: (quotation) => quotation.passages.map((passage) => passageText(quotation, passage)).join('\n\n'),
};

function passageText({ source }: Quotation, passage: Passage): string {
  const from = referenceText(source, passage);
  const paragraphs = [...passage.paragraphs.map(escapeParagraph), `— ${from}`];
  return paragraphs.map((paragraph) => `> ${paragraph}`).join('\n>\n');
}

function referenceText(source: Source, passage: Passage): string {
  const { title, publisher, url } = source;
  const address = webAddress(source);
  const authors = authorsText(source);
  const date = dateText(source.published);
  const label = title ?? publisher;
  const said = [
    authors === undefined ? undefined : escapeText(authors),
    label === undefined || address === undefined
      ? titleText(title)
      : `[${escapeText(label)}](${encodeAddress(address)})`,
    publisher === undefined || (title === undefined && address !== undefined)
      ? undefined
      : `*${escapeText(publisher)}*`,
    date === undefined ? undefined : escapeText(date),
    addressText(url, address, label !== undefined),
  ].filter((part) => part !== undefined);
  const place = escapeText(placeText(source, passage));
  return said.length === 0 ? place : `${said.join(', ')} (${place})`;
}

function titleText(title: string | undefined): string | undefined {
  return title === undefined ? undefined : `“${escapeText(title)}”`;
}

/** What is linked already is not said again. */
function addressText(url: string | undefined, address: string | undefined, isLinked: boolean): string | undefined {
  if (url === undefined || (address !== undefined && isLinked)) return undefined;
  return address === undefined ? escapeText(url) : `<${encodeAddress(address)}>`;
}
