import { normalLineEnds } from '../annotations/normal.ts';
import { type Origins, placeAll } from '../annotations/place.ts';
import type { Place, Sidecar } from '../annotations/types.ts';
import type { Blobs, FileContent } from '../ports.ts';
import { TextLines } from '../text/lines.ts';

/**
 * The forms in which a text is the same to positions, the likeliest first: a line end counts one whether it is LF or CRLF,
 * and git may change it on its way to another system; a byte order mark counts none, and editors do not show it.
 */
const FORMS = ['as it is', 'LF', 'CRLF'].flatMap((ends) => [false, true].map((bom) => ({ ends, bom }) as const));

type Form = (typeof FORMS)[number];

/** The texts that the positions of sidecars were taken from, by their git blob ids. */
export class OriginTexts {
  /** The ids of texts as they were worked out. */
  private readonly ids = new WeakMap<TextLines, Map<Form, string>>();
  private readonly blobs: Blobs;

  constructor(blobs: Blobs) {
    this.blobs = blobs;
  }

  /**
   * Which of the texts that a sidecar names is the text of its seed, and the others as far as they are at hand: `earlier`
   * gives texts that the seed is known to have had, and is asked only where they matter.
   */
  async of(
    { text: own, annotations }: Pick<Sidecar, 'text' | 'annotations'>,
    seedUri: string,
    lines: TextLines,
    earlier: () => Promise<readonly TextLines[]> = async () => [],
  ): Promise<Origins> {
    const named = new Set(
      annotations.flatMap(({ text = own, at }) => (text === undefined || at === undefined ? [] : [text])),
    );
    const bases = new Map<string, string>();
    await this.recognize(lines, named, bases);
    const textId = own !== undefined && bases.has(own) ? own : [...bases.keys()][0];
    if (named.size > 0) for (const other of await earlier()) await this.recognize(other, named, bases);
    if (named.size > 0) for (const [id, text] of await this.blobs.textsOf([...named], seedUri)) bases.set(id, text);
    return { textId, bases };
  }

  /** Takes the ids of a text, in all its forms, out of those that are named. */
  private async recognize(lines: TextLines, named: Set<string>, found: Map<string, string>): Promise<void> {
    for (const form of FORMS) {
      if (named.size === 0) return;
      const id = await this.idOf(lines, form);
      if (!named.delete(id)) continue;
      found.set(id, lines.toString());
      this.blobs.keep(id, inForm(lines, form));
    }
  }

  /**
   * The id that a text is to be known by in a sidecar which names `known`: that one, if it is the same text, else the id of
   * the bytes which saving writes. So two people with other line ends do not rewrite it to and fro.
   */
  async idFor(lines: TextLines, bom: boolean, known: string | undefined): Promise<string> {
    if (known !== undefined) for (const form of FORMS) if ((await this.idOf(lines, form)) === known) return known;
    return this.idOf(lines, asItIs(bom));
  }

  /** Keeps a text from which positions were taken. */
  async keep(lines: TextLines, bom: boolean): Promise<void> {
    const form = asItIs(bom);
    this.blobs.keep(await this.idOf(lines, form), inForm(lines, form));
  }

  private async idOf(lines: TextLines, form: Form): Promise<string> {
    let known = this.ids.get(lines);
    if (known === undefined) {
      known = new Map();
      this.ids.set(lines, known);
    }
    let id = known.get(form);
    if (id === undefined) {
      id = await this.blobs.idOf(inForm(lines, form), form.bom);
      known.set(form, id);
    }
    return id;
  }
}

export interface StoredPlaces {
  /** Blob id of the seed: the one that the sidecar names, where that is this text. */
  readonly textId: string;
  readonly place: Place;
}

/** How the annotations of a sidecar find their places in a seed as it is stored. */
export async function storedPlaces(
  sidecar: Pick<Sidecar, 'text' | 'annotations'>,
  { text, bom }: FileContent,
  uri: string,
  blobs: Blobs,
): Promise<StoredPlaces> {
  const origins = new OriginTexts(blobs);
  const lines = TextLines.from(text);
  const found = await origins.of(sidecar, uri, lines);
  const textId = await origins.idFor(lines, bom, sidecar.text);
  return { textId, place: (asked) => placeAll(asked, text, found) };
}

function asItIs(bom: boolean): Form {
  return FORMS.find((form) => form.ends === 'as it is' && form.bom === bom) as Form;
}

function inForm(lines: TextLines, { ends }: Form): string {
  const text = lines.toString();
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (ends === 'as it is') return plain;
  const unified = normalLineEnds(plain);
  return ends === 'LF' ? unified : unified.replaceAll('\n', '\r\n');
}
