import { placeAll } from '../annotations/place.ts';
import type { Place, Sidecar } from '../annotations/types.ts';
import type { Blobs, FileContent } from '../ports.ts';

export interface StoredPlaces {
  /** Blob id of the seed: the one that the sidecar names, where that is this text in other line ends. */
  readonly textId: string;
  readonly place: Place;
}

/**
 * How the annotations of a sidecar find their places in a seed as it is stored, with the earlier texts that positions
 * were taken from, as far as they are at hand. Line ends count one in positions, so that a text is the same whether its
 * lines end in LF or in CRLF: git changes them on their way to another system.
 */
export async function storedPlaces(
  sidecar: Pick<Sidecar, 'text' | 'annotations'>,
  { text, bom }: FileContent,
  uri: string,
  blobs: Blobs,
): Promise<StoredPlaces> {
  const named = new Set([sidecar.text, ...sidecar.annotations.map((annotation) => annotation.text)]);
  named.delete(undefined);
  const own = await blobs.idOf(text, bom);
  const present = new Map([[own, text]]);
  named.delete(own);
  if (named.size > 0)
    for (const form of [text.replaceAll('\r\n', '\n'), text.replace(/\r?\n/g, '\r\n')]) {
      const id = await blobs.idOf(form, bom);
      if (named.delete(id)) present.set(id, text);
    }
  const earlier = named.size > 0 ? await blobs.textsOf([...named] as string[], uri) : [];
  const textId = sidecar.text !== undefined && present.has(sidecar.text) ? sidecar.text : own;
  const bases = new Map([...present, ...earlier]);
  return { textId, place: (asked) => placeAll(asked, text, { textId, bases }) };
}
