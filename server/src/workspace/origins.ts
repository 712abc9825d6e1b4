import { normalLineEnds } from '../annotations/normal.ts';
import type { Origins } from '../annotations/place.ts';
import type { Sidecar } from '../annotations/types.ts';
import type { Blobs } from '../ports.ts';
import type { TextLines } from '../text/lines.ts';

/**
 * The texts that the positions of sidecars were taken from. A text is known by its git blob id: with a byte order mark or
 * without, since editors do not show it, and with LF line ends, since another system may have checked it out so.
 */
export class OriginTexts {
  /** The ids of texts as they were worked out. */
  private readonly ids = new WeakMap<TextLines, Map<string, string>>();
  private readonly blobs: Blobs;

  constructor(blobs: Blobs) {
    this.blobs = blobs;
  }

  /** What is known of the texts of a sidecar: whether one of them is the text of its seed, and the others as far as they are at hand. */
  async of({ text: own, annotations }: Sidecar, seedUri: string, lines: TextLines): Promise<Origins> {
    const wanted = new Set(
      annotations.flatMap(({ text = own, at }) => (text === undefined || at === undefined ? [] : [text])),
    );
    if (wanted.size === 0) return {};
    const textId = await this.idAmong(wanted, lines);
    if (textId !== undefined) {
      wanted.delete(textId);
      this.blobs.keep(textId, withoutMark(lines.toString()));
    }
    return { textId, bases: wanted.size === 0 ? undefined : await this.blobs.textsOf([...wanted], seedUri) };
  }

  /**
   * The id that a text is to be known by in a sidecar which knows its texts by `known`: the one that stands there, if it is
   * the same text, else that of the bytes which saving writes.
   */
  async idFor(lines: TextLines, bom: boolean, known: string | undefined): Promise<string> {
    const same = known === undefined ? undefined : await this.idAmong(new Set([known]), lines);
    return same ?? this.idOf(lines, bom, false);
  }

  keep(id: string, lines: TextLines): void {
    this.blobs.keep(id, withoutMark(lines.toString()));
  }

  private async idAmong(wanted: ReadonlySet<string>, lines: TextLines): Promise<string | undefined> {
    const forms = lines.toString().includes('\r') ? [false, true] : [false];
    for (const lf of forms)
      for (const bom of [false, true]) {
        const id = await this.idOf(lines, bom, lf);
        if (wanted.has(id)) return id;
      }
    return undefined;
  }

  private async idOf(lines: TextLines, bom: boolean, lf: boolean): Promise<string> {
    let known = this.ids.get(lines);
    if (known === undefined) {
      known = new Map();
      this.ids.set(lines, known);
    }
    const form = `${bom} ${lf}`;
    let id = known.get(form);
    if (id === undefined) {
      const text = withoutMark(lines.toString());
      id = await this.blobs.idOf(lf ? normalLineEnds(text) : text, bom);
      known.set(form, id);
    }
    return id;
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
