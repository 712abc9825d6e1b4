import { authorsText, dateText, placeText } from './reference.ts';
import type { Passage, Quotation, QuotationFormat } from './types.ts';

/** Text as it may be pasted anywhere: the words in quotation marks, and a line that says where they are from. */
export const plain: QuotationFormat = {
  id: 'plain',
  label: 'Plain Text',
  description: 'For letters, notes and chats',
  write: (quotation) => quotation.passages.map((passage) => passageText(quotation, passage)).join('\n\n'),
};

function passageText({ source }: Quotation, passage: Passage): string {
  const title = source.title === undefined ? undefined : `“${source.title}”`;
  const said = [authorsText(source), title, source.publisher, dateText(source.published), source.url].filter(
    (part) => part !== undefined,
  );
  const place = placeText(source, passage);
  const from = said.length === 0 ? place : `${said.join(', ')} (${place})`;
  return `“${passage.paragraphs.join('\n\n')}”\n— ${from}`;
}
