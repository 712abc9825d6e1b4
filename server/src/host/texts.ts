import type { Blobs } from '../ports.ts';

/** Where texts are found that the memory does not hold, by git blob id. Never fails: what it has not is left out. */
export interface TextStore {
  read(ids: readonly string[], uri: string): Promise<ReadonlyMap<string, string>>;
  /** Keeps a text beyond the life of the process; `bom`: a byte order mark stands in front of it in the file. */
  readonly keep?: (id: string, text: string, bom: boolean) => void;
}

/** UTF-16 code units of texts that are held in memory: 32 MB. */
const MOST_UNITS = 16 * 1024 * 1024;

const BLOB_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Earlier texts by blob id: from memory, then from the stores in their order. Works in Node and in a worker. */
export function blobsWith(idOf: Blobs['idOf'], stores: readonly TextStore[] = [], mostUnits = MOST_UNITS): Blobs {
  const memory = new RecentTexts(mostUnits);
  // Ids are computed in the background; whoever asks next waits for them.
  let keeping: Promise<void> = Promise.resolve();

  function store(id: string, text: string, bom: boolean): void {
    memory.set(id, text);
    for (const { keep } of stores) keep?.(id, text, bom);
  }

  async function keep(id: string, text: string): Promise<void> {
    const bom = (await idOf(text, false)) !== id;
    // A text under the id of another one would send annotations astray.
    if (bom && (await idOf(text, true)) !== id) return;
    store(id, text, bom);
    // Git writes CRLF as LF where it is told to: a colleague's positions name the text as it is on another system.
    const unified = text.replaceAll('\r\n', '\n');
    if (unified !== text) store(await idOf(unified, bom), unified, bom);
  }

  return {
    idOf,
    async textsOf(ids, uri) {
      await keeping;
      const found = new Map<string, string>();
      let open = [...new Set(ids)].filter((id) => BLOB_ID.test(id));
      const take = (id: string, text: string | undefined) => {
        if (text === undefined) return false;
        found.set(id, text);
        return true;
      };
      open = open.filter((id) => !take(id, memory.get(id)));
      for (const store of stores) {
        if (open.length === 0) break;
        const texts = await store.read(open, uri);
        open = open.filter((id) => !take(id, texts.get(id)));
        for (const [id, text] of texts) memory.set(id, text);
      }
      return found;
    },
    keep(id, text) {
      if (memory.get(id) === undefined) keeping = keeping.then(() => keep(id, text)).catch(() => undefined);
    },
  };
}

/** Texts by id, as many as fit; the one that was not asked for the longest goes first. */
class RecentTexts {
  /** In the order of their use. */
  private readonly texts = new Map<string, string>();
  private units = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(id: string): string | undefined {
    const text = this.texts.get(id);
    if (text === undefined) return undefined;
    this.texts.delete(id);
    this.texts.set(id, text);
    return text;
  }

  set(id: string, text: string): void {
    if (text.length > this.most) return;
    this.delete(id);
    this.texts.set(id, text);
    this.units += text.length;
    for (const oldest of this.texts.keys()) {
      if (this.units <= this.most) return;
      this.delete(oldest);
    }
  }

  private delete(id: string): void {
    this.units -= this.texts.get(id)?.length ?? 0;
    this.texts.delete(id);
  }
}
