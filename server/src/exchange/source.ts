import type { Source } from '../formats/types.ts';
import type { FieldKey } from '../seed/fields.ts';
import type { Metadata } from '../seed/metadata.ts';
import { wrongUrl } from '../seed/values.ts';
import { readDate } from '../times/metadata-date.ts';
import { authorsIn } from '../workspace/corpus.ts';

/** What the metadata of a seed say of where it comes from, as formats have it. */
export function sourceOf(metadata: Metadata, path: string): Source {
  const url = textOf(metadata, 'url');
  return {
    path,
    publisher: textOf(metadata, 'source'),
    title: textOf(metadata, 'title'),
    authors: authorsOf(metadata),
    published: dateOf(textOf(metadata, 'published')),
    retrieved: dateOf(textOf(metadata, 'retrieved')),
    url,
    address: url && addressOf(url),
    language: textOf(metadata, 'language'),
    kind: kindOf(metadata),
  };
}

function textOf(metadata: Metadata, key: FieldKey): string | undefined {
  return onOneLine(metadata.first(key)?.field.value ?? '');
}

/** Of all fields of authors: each co-author may have one. */
function authorsOf({ fields }: Metadata): string[] {
  const names = fields.flatMap(({ field: { key, value, items } }) => {
    if (key !== 'author') return [];
    const written = items?.map((item) => item.value) ?? [value];
    return written.flatMap((one) => authorsIn(one).map(({ name }) => onOneLine(name)));
  });
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** A date as an ISO date, where it can be read. */
function dateOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const read = readDate(written);
  return 'value' in read ? read.value : written;
}

/** The first address of a field, completed where it is clear what is missing; undefined where it is none. */
function addressOf(url: string): string | undefined {
  const [first = ''] = url.split(/[\s,;]+(?=[a-z][a-z0-9+.-]*:)/i);
  const plain = first.replace(/^<(.*)>$/, '$1');
  const wrong = wrongUrl(plain);
  const address = wrong === undefined ? plain : wrong.replacement;
  // Signs that an IRI does not have.
  return address?.replace(/[\s<>"{}|\\^`]/g, (sign) => encodeURIComponent(sign));
}

const KINDS = new Set(['type', 'documenttype', 'genre', 'medium', 'format']);

/** "Type: press release": not one of our fields, but many archives have it. */
function kindOf({ fields }: Metadata): string | undefined {
  const found = fields.find(({ field: { key, name, value } }) => {
    return key === undefined && value !== '' && KINDS.has(name.toLowerCase().replace(/[\s_-]+/g, ''));
  });
  return found && onOneLine(found.field.value);
}

/** A value without line ends and control characters; undefined for one that says nothing. */
function onOneLine(value: string): string | undefined {
  return value.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim() || undefined;
}
