import { splitItems } from '../seed/field-line.ts';
import { FIELDS, type FieldKey, fieldInfo } from '../seed/fields.ts';
import { lineEnding } from '../seed/header.ts';
import { metadataOf } from '../seed/metadata.ts';
import type { Field, Segment } from '../seed/types.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { contentLength } from '../text/lines.ts';
import { quoteYaml } from '../yaml/quote.ts';
import { editsBetween, metadataTexts, type ReadParts, readAround, type SeedParts, valuesOf } from './around-body.ts';
import { addKeywords } from './keywords.ts';
import { insertField, setValue } from './metadata.ts';

export interface FilledFields {
  readonly edits: readonly TextEdit[];
  /** Fields whose value could not be written so that it is read back and nothing else changes. */
  readonly left: readonly FieldKey[];
}

/**
 * The edits that give fields their values, one after another on the text as it becomes: a field that stands there gets its
 * value in its own style, one that is missing is inserted in the style of the header. After each the metadata is read again:
 * what would change another field or a line of the body is left out.
 */
export function fillFields(parts: SeedParts, values: ReadonlyMap<FieldKey, string>, footerAt: number): FilledFields {
  let now: ReadParts = { texts: metadataTexts(parts), header: parts.header, footer: parts.footer };
  const left: FieldKey[] = [];
  const eol = lineEnding(parts.lines);
  for (const { key } of FIELDS) {
    const value = (values.get(key) ?? '').replace(/\s+/gu, ' ').trim();
    if (value === '') continue;
    const next = candidates(now, key, value, eol)
      .map((texts) => readAround(parts, texts))
      .find((after) => after !== undefined && isFilled(now, after, key, value));
    if (next) now = next;
    else left.push(key);
  }
  return { edits: editsBetween(parts, now.texts, footerAt), left };
}

/** The texts with the value written in one way or another, the best first. */
function candidates({ texts, header, footer }: ReadParts, key: FieldKey, value: string, eol: string) {
  const place = metadataOf(header, footer).first(key);
  if (place === undefined) {
    const { text } = header ?? { text: texts.header };
    const start = text.startsWith('\ufeff') ? 1 : 0;
    return [{ ...texts, header: applyEdits(texts.header, [insertField({ header, key, value, eol, start }).edit]) }];
  }
  const part = place.part === 'footer' ? footer : header;
  if (part === undefined) return [];
  const text = (place.part === 'footer' ? texts.footer : texts.header) ?? '';
  return waysToSet(part, place.field, value).map((edit) => ({ ...texts, [place.part]: applyEdits(text, [edit]) }));
}

function waysToSet(part: Segment, field: Field, value: string): TextEdit[] {
  const set = setValue(field, value, 0);
  // Behind an empty value another field or a comment may follow at once.
  const ways = [set, { ...set, newText: `${set.newText} ` }];
  if (field.key !== undefined && fieldInfo(field.key).kind === 'list' && field.value === '') {
    ways.unshift(addKeywords(part, field, itemsOf(value)));
  }
  if (field.style === 'yaml') {
    // Quotation marks round an old value do not fit every new one.
    const colon = part.text.indexOf(':', field.nameSpan.end);
    const end = field.valueSpan.end + contentLength(/^[^\r\n]*/.exec(part.text.slice(field.valueSpan.end))?.[0] ?? '');
    if (colon !== -1 && colon < end) ways.push({ start: colon + 1, end, newText: ` ${quoteYaml(value)}` });
  }
  return ways;
}

function itemsOf(value: string): string[] {
  return splitItems(value, 0).map((item) => item.value);
}

/** Whether the field has its value, and all else is as it was. */
function isFilled(before: ReadParts, after: ReadParts, key: FieldKey, value: string): boolean {
  const found = metadataOf(after.header, after.footer).first(key)?.field;
  if (found === undefined) return false;
  const isList = fieldInfo(key).kind === 'list';
  const wanted = isList ? itemsOf(value) : [value];
  const has = isList || found.items === undefined ? valuesOf(found) : [found.value];
  return (
    JSON.stringify(has) === JSON.stringify(wanted) && others(after, found) === others(before, firstOf(before, key))
  );
}

function firstOf({ header, footer }: ReadParts, key: FieldKey): Field | undefined {
  return metadataOf(header, footer).first(key)?.field;
}

/** All fields but one, and the headline. */
function others({ header, footer }: ReadParts, except: Field | undefined): string {
  const all = metadataOf(header, footer).fields.filter(
    ({ field }) => field !== except && !(except?.name === '' && field.name === ''),
  );
  return JSON.stringify(all.map(({ field, part }) => [part, field.name, ...valuesOf(field)]));
}
