import { encodePart } from '../text/address.ts';

/** Where a link of a facts entry leads; identifiers are completed to the address of their register. */
export function linkAddress(name: string, value: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  const id = encodePart(value);
  switch (name.toLowerCase()) {
    case 'wikidata':
      return `https://www.wikidata.org/wiki/${id}`;
    case 'viaf':
      return `https://viaf.org/viaf/${id}`;
    case 'isni':
      return `https://isni.org/isni/${encodePart(value.replace(/[\s-]/g, ''))}`;
    case 'geonames':
      return `https://www.geonames.org/${id}`;
    default:
      return value;
  }
}
