import type { Source } from '../types.ts';
import { dateParts, webAddress } from './reference.ts';

/** Kinds of documents, as catalogues tell them apart: by their names in CSL. */
export type Kind = (typeof KINDS)[number]['kind'] | 'webpage' | 'document';

/** What documents say of themselves; the first that fits. */
const KINDS = [
  { kind: 'interview', words: /interview|transcript|oral history/i },
  { kind: 'speech', words: /speech|address|lecture|sermon/i },
  { kind: 'personal_communication', words: /letter|e-?mail|telegram|correspondence/i },
  { kind: 'broadcast', words: /broadcast|radio|television|\btv\b|podcast/i },
  { kind: 'post-weblog', words: /blog/i },
  { kind: 'article-magazine', words: /magazine/i },
  { kind: 'article-journal', words: /journal/i },
  { kind: 'report', words: /report|white ?paper/i },
  { kind: 'book', words: /^book/i },
  { kind: 'article-newspaper', words: /news|article|editorial|op-?ed/i },
] as const;

/**
 * What sort of document a seed is: what it says itself, else a page of the web where it has an address there. What somebody
 * published on a day is an article; of all else nothing is known.
 */
export function kindOf(source: Source): Kind {
  const { kind = '', publisher, published } = source;
  if (/release|statement/i.test(kind)) return webAddress(source) === undefined ? 'document' : 'webpage';
  const said = KINDS.find(({ words }) => words.test(kind))?.kind;
  if (said !== undefined) return said;
  if (webAddress(source) !== undefined) return 'webpage';
  return publisher !== undefined && dateParts(published)?.length === 3 ? 'article-newspaper' : 'document';
}
