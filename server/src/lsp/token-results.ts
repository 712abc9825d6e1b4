import type { Sequence } from '../text/sequence.ts';
import type { Section } from '../workspace/section.ts';

/** Answers remembered for each document: an editor may ask for what changed since an older one. */
const KEEP = 8;

/** The states of documents whose tokens were sent, by result id. Sections are shared, so an old state costs little. */
export class TokenResults {
  private readonly byUri = new Map<string, { id: string; sections: Sequence<Section> }[]>();
  private last = 0;

  /** Remembers a state and gives its result id. */
  add(uri: string, sections: Sequence<Section>): string {
    const id = String(++this.last);
    const list = this.byUri.get(uri) ?? [];
    list.push({ id, sections });
    if (list.length > KEEP) list.shift();
    this.byUri.set(uri, list);
    return id;
  }

  get(uri: string, id: unknown): Sequence<Section> | undefined {
    return this.byUri.get(uri)?.find((result) => result.id === id)?.sections;
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}
