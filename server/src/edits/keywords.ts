import { lineEnding } from '../seed/header.ts';
import { lineAt } from '../seed/ink.ts';
import { arraySource } from '../seed/seed.ts';
import type { Field, Segment } from '../seed/types.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { contentLength, splitLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { quoteYaml } from '../yaml/quote.ts';
import { editsBetween, metadataTexts, readAround, type SeedParts, valuesOf } from './around-body.ts';
import { insertField } from './metadata.ts';
import { removeField } from './remove-field.ts';

/**
 * The edits that add keywords to those that a seed has, in the style in which they stand; where it has no such field, one
 * is inserted. What is there already is not repeated. Undefined where there is nothing to add, or no way to add it.
 */
export function keywordEdits(parts: SeedParts, keywords: readonly string[], footerAt: number): TextEdit[] | undefined {
  const { header, footer } = parts;
  const inHeader = header?.fields.find(({ key }) => key === 'keywords');
  const inFooter = footer?.fields.find(({ key }) => key === 'keywords');
  const there = [header, footer].flatMap((part) => (part?.fields ?? []).filter(({ key }) => key === 'keywords'));
  const known = new Set(there.flatMap(valuesOf).map((value) => value.toLowerCase()));
  const added = keywords.filter((keyword) => !known.has(keyword.toLowerCase()));
  if (added.length === 0 || (header === undefined && footer === undefined)) return undefined;

  const texts = metadataTexts(parts);
  const eol = lineEnding(parts.lines);
  let after: typeof texts | undefined;
  if (header !== undefined && (inHeader !== undefined || inFooter === undefined)) {
    const edit =
      inHeader === undefined
        ? insertField({ header, key: 'keywords', value: added.join('; '), eol }).edit
        : addKeywords(header, inHeader, added);
    after = { ...texts, header: applyEdits(header.text, [edit]) };
  } else if (footer !== undefined && inFooter !== undefined) {
    after = { ...texts, footer: applyEdits(footer.text, [addKeywords(footer, inFooter, added)]) };
  }
  const read = after && readAround(parts, after);
  if (after === undefined || read === undefined) return undefined;
  const all = (header_: Segment | undefined, footer_: Segment | undefined, keywordsToo: boolean) =>
    [header_, footer_]
      .flatMap((part) => part?.fields ?? [])
      .filter(({ key, value }) => (key === 'keywords' ? keywordsToo && value !== '' : !keywordsToo))
      .flatMap((field) => (keywordsToo ? valuesOf(field) : [`${field.name}: ${field.value}`]));
  const wanted = [...all(header, footer, true), ...added].sort();
  const same =
    JSON.stringify(all(read.header, read.footer, true).sort()) === JSON.stringify(wanted) &&
    JSON.stringify(all(read.header, read.footer, false)) === JSON.stringify(all(header, footer, false));
  return same ? editsBetween(parts, after, footerAt) : undefined;
}

/** The edit that puts keywords behind those of a field; its offsets count from the beginning of the part. */
export function addKeywords(part: Segment, field: Field, added: readonly string[]): TextEdit {
  const { text } = part;
  const { items = [], valueSpan, nameSpan, style } = field;
  const last = items.at(-1);
  if (style === 'yaml') {
    const dash = last && /[ \t]*-[ \t]+["']?$/.exec(lineUpTo(text, last.start));
    if (last && dash) {
      const at = endOfLine(text, last.end);
      const indent = dash[0].replace(/["']$/, '');
      const eol = lineEnding(arraySource(splitLines(text)));
      return { start: at, end: at, newText: added.map((keyword) => `${eol}${indent}${quoteYaml(keyword)}`).join('') };
    }
    const behind = last ? last.end + (/^["']/.exec(text.slice(last.end))?.[0].length ?? 0) : valueSpan.end;
    const open = text.lastIndexOf('[', last?.start ?? valueSpan.start);
    if (open > nameSpan.end && /^\s*:\s*$/.test(text.slice(nameSpan.end, open).replace(/^["']/, ''))) {
      const list = added.map((keyword) => quoteYaml(keyword, true)).join(', ');
      return { start: behind, end: behind, newText: last ? `, ${list}` : list };
    }
  }
  if (last === undefined) {
    const value = added.join('; ');
    const glued = valueSpan.start === nameSpan.end + 1;
    const close = /\S/.test(text[valueSpan.end] ?? ' ');
    return {
      ...valueSpan,
      newText: `${glued ? ' ' : ''}${style === 'yaml' ? quoteYaml(value) : value}${close ? ' ' : ''}`,
    };
  }
  const gap = gapOf(text, items);
  return { start: last.end, end: last.end, newText: added.map((keyword) => `${gap}${keyword}`).join('') };
}

/**
 * The edit that takes the keyword that begins at `at` out of its list, with its separator; the last one goes with its field.
 * All offsets count from the beginning of the part.
 */
export function removeKeyword(part: Segment, field: Field, at: number): TextEdit | undefined {
  const { text, lineStarts } = part;
  const items = field.items ?? [];
  const index = items.findIndex(({ start }) => start === at);
  const [item, previous, next] = [items[index], items[index - 1], items[index + 1]].map((each) => quoted(text, each));
  if (item === undefined) return undefined;
  if (previous === undefined && next === undefined) return removeField(part, field);
  const line = lineAt(part, item.start);
  const start = lineStarts[line] ?? 0;
  // An entry of a list in lines goes with its line.
  if (field.style === 'yaml' && /^[ \t]*-[ \t]*$/.test(text.slice(start, item.start)))
    return { start, end: lineStarts[line + 1] ?? text.length, newText: '' };
  if (next !== undefined) return { start: item.start, end: next.start, newText: '' };
  return { start: previous?.end ?? item.start, end: item.end, newText: '' };
}

/** A span with the quotation marks of YAML round it. */
function quoted(text: string, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const mark = text.charAt(span.start - 1);
  return /["']/.test(mark) && text.charAt(span.end) === mark ? { start: span.start - 1, end: span.end + 1 } : span;
}

/** What stands between two keywords; people who write commas go on writing commas. */
function gapOf(text: string, items: NonNullable<Field['items']>): string {
  const [first, second] = items;
  const gap = first && second ? text.slice(first.end, second.start) : '';
  return /^[;；,，、][ \t\u3000]*$/u.test(gap) ? gap : '; ';
}

function lineUpTo(text: string, end: number): string {
  return /[^\r\n]*$/.exec(text.slice(Math.max(0, end - 200), end))?.[0] ?? '';
}

function endOfLine(text: string, from: number): number {
  const start = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  const line = splitLines(text.slice(start, start + 20_000))[0] ?? '';
  return start + contentLength(line);
}
