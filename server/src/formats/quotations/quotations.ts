import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { markdown } from './markdown.ts';
import { plain } from './plain.ts';
import type { QuotationFormat } from './types.ts';

/** The forms of a quotation, in the order in which they are offered. */
export const QUOTATION_FORMATS: readonly QuotationFormat[] = [plain, markdown, bibtex, cslJson];
