import type { Ports } from '../ports.ts';

/** Files looked for in one go; what they hold is dropped at once, but where it counts. */
const AT_ONCE = 50;

/** A seed as its file has it: what the positions of a sidecar were taken from, if the ids are the same. */
export interface SeedFile {
  readonly text: string;
  /** Its git blob id. */
  readonly id: string;
}

/** Files that open annotations and facts files refer to: whether they are there, and of seeds the text. Owned by the workspace. */
export class ReferredFiles {
  private readonly there = new Map<string, boolean>();
  private readonly seeds = new Map<string, SeedFile>();
  private readonly ports: Ports;

  constructor(ports: Ports) {
    this.ports = ports;
  }

  /** Undefined where nobody has looked yet. */
  isThere(uri: string): boolean | undefined {
    return this.there.get(uri);
  }

  /** A file that was seen elsewhere. */
  setThere(uri: string): void {
    this.there.set(uri, true);
  }

  seedFile(uri: string): SeedFile | undefined {
    return this.seeds.get(uri);
  }

  forgetText(uri: string): void {
    this.seeds.delete(uri);
  }

  /** Looks again. `textCounts` says whose text to keep. Answers whether anything changed. */
  async look(uris: readonly string[], textCounts: (uri: string) => boolean): Promise<boolean> {
    let changed = false;
    for (let i = 0; i < uris.length; i += AT_ONCE) {
      const batch = uris.slice(i, i + AT_ONCE);
      const contents = await this.ports.files.readMany(batch);
      for (const [k, uri] of batch.entries()) {
        const content = contents[k];
        changed ||= this.there.get(uri) !== (content !== undefined);
        this.there.set(uri, content !== undefined);
        if (!textCounts(uri) || content?.text === this.seeds.get(uri)?.text) continue;
        changed = true;
        if (content === undefined) this.seeds.delete(uri);
        else {
          const id = await this.ports.blobs.idOf(content.text, content.bom);
          this.seeds.set(uri, { text: content.text, id });
        }
      }
    }
    return changed;
  }
}
