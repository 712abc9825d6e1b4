import { MODEL_FILE, readModelStepwise } from '../names/model/format.ts';
import { NameRecognizer } from '../names/model/recognizer.ts';
import type { CancellationToken, Ports } from '../ports.ts';
import type { Block } from '../seed/types.ts';
import { Sequence } from '../text/sequence.ts';
import { sectionsWaiting } from './analysis.ts';
import { DocumentNames, type Stretch } from './document-names.ts';
import type { Section } from './section.ts';
import type { SeedDocument } from './seed-document.ts';
import type { Slices } from './slices.ts';
import type { SeedSnapshot } from './snapshot.ts';

/** Milliseconds after which the model is read: what opens first is shown by facts, rules and lists. */
const READ_AFTER = 100;

/**
 * An answer about the whole text waits for so much to be read, in code units; one about some lines waits for these, and for
 * more where little is left. What is longer is read in the background.
 */
const WHOLE = 500_000;
const AT_ONCE = 60_000;

/** In the background others get their turn after so many milliseconds, and nothing is read for some while somebody types. */
const SLICE = 5;
/** Blocks that are read before what they say is counted. */
const BATCH = 16;
const QUIET = 400;
/** Milliseconds between two batches of the background. */
const BREATH = 2;

/**
 * Asks the model about the open seeds: at once about what an answer needs, in the background about the rest. Owned by
 * the workspace.
 */
export class Naming {
  private recognizer: NameRecognizer | undefined;
  /** Whether there is a model, as far as anybody has looked; undefined as long as nobody has. */
  get hasModel(): boolean | undefined {
    return this.recognizer !== undefined || (this.isRead ? false : undefined);
  }

  /** The model, read now if nobody asked for it yet; undefined where there is none. */
  async recognizerForIndex(): Promise<NameRecognizer | undefined> {
    this.reads ??= this.readModel();
    await this.reads;
    return this.recognizer;
  }

  /** Resolves when the model has been read, and the documents that were open with it, or when there is none. */
  private reads: Promise<void> | undefined;
  private isRead = false;
  /** Documents that are read in the background. */
  private readonly reading = new WeakSet<SeedDocument>();

  private readonly ports: Ports;
  private readonly slices: Slices;
  private readonly seeds: ReadonlyMap<string, SeedDocument>;
  private readonly changed: () => void;

  /** @param changed called when names were found that no answer has waited for. */
  constructor(ports: Ports, slices: Slices, seeds: ReadonlyMap<string, SeedDocument>, changed: () => void) {
    this.ports = ports;
    this.slices = slices;
    this.seeds = seeds;
    this.changed = changed;
  }

  /** A seed was opened; with the first one the model is read. */
  opened(seed: SeedDocument): void {
    if (this.recognizer !== undefined) seed.setRecognizer(this.recognizer);
    else
      this.reads ??= new Promise((resolve) => {
        this.ports.clock.later(READ_AFTER, () => resolve(this.readModel()));
      });
  }

  /** Resolves when the model has been read, and the documents that were open before; or when there is none. */
  ready(): Promise<void> {
    return this.reads ?? Promise.resolve();
  }

  private async readModel(): Promise<void> {
    await this.tryModel();
    this.isRead = true;
  }

  private async tryModel(): Promise<void> {
    const { clock, log, models } = this.ports;
    try {
      const bytes = await models.bytes(MODEL_FILE);
      if (bytes === undefined) {
        log.warn('The model of names was not found: names are those of your facts and of lists only.');
        return;
      }
      const steps = readModelStepwise(bytes);
      let step = steps.next();
      for (; !step.done; step = steps.next()) await clock.yield();
      const recognizer = new NameRecognizer(step.value);
      this.recognizer = recognizer;
      const seeds = [...this.seeds.values()];
      for (const seed of seeds) seed.setRecognizer(recognizer);
      await Promise.all(seeds.map((seed) => seed.names && this.readOn(seed, seed.names)));
    } catch (error) {
      log.error(`The model of names cannot be used: ${messageOf(error)}`);
    }
  }

  /**
   * The present state of a document with the names in some lines, or in the whole text. Of a long text that was just
   * opened, with those found so far: `changed` is called when all were found.
   *
   * @returns undefined when the asker no longer wants it.
   */
  async answer(
    document: SeedDocument,
    snapshot: SeedSnapshot,
    token: CancellationToken,
    lines: Lines | undefined,
  ): Promise<SeedSnapshot | undefined> {
    const { names } = document;
    // A text that changed meanwhile is nobody's any more.
    if (names === undefined || document.text !== snapshot.lines) return snapshot;
    try {
      return await this.named(document, names, snapshot, token, lines);
    } catch (error) {
      // Facts, rules and lists, times and findings do without.
      this.failed(document, error);
      return document.text === snapshot.lines ? document.snapshot() : snapshot;
    }
  }

  /**
   * Sections of a seed that is not open with what the model finds in them: all that it knows of the document.
   *
   * @returns undefined when the asker no longer wants it.
   */
  async closed(sections: readonly Section[], token: CancellationToken): Promise<readonly Section[] | undefined> {
    if (this.recognizer === undefined) return sections;
    const names = new DocumentNames(this.recognizer);
    const all = Sequence.from(sections, ({ lineCount }) => lineCount);
    if (!(await this.slices.run(names.waiting(all, 'first'), token, (block) => names.read(block)))) return undefined;
    names.settle(all);
    if (!(await this.slices.run(names.waiting(all, 'second'), token, (block) => names.find(block)))) return undefined;
    return [...names.apply(all)];
  }

  private failed(document: SeedDocument, error: unknown): void {
    document.names = undefined;
    this.ports.log.error(`Finding names in ${document.uri} failed, so the model is asked no more: ${messageOf(error)}`);
  }

  private async named(
    document: SeedDocument,
    names: DocumentNames,
    snapshot: SeedSnapshot,
    token: CancellationToken,
    lines: Lines | undefined,
  ): Promise<SeedSnapshot | undefined> {
    const limit = lines === undefined ? WHOLE : AT_ONCE;
    const isWhole = names.isFew(document.sections, limit);
    if (!isWhole) void this.readOn(document, names);
    const where = isWhole ? undefined : this.nearby(document, names, lines);
    // Of much that left it is counted for a while, as if it were still there.
    const leaving = names.leaving(document.sections);
    if (isWhole || sizeOf(leaving) <= AT_ONCE)
      if (!(await this.slices.run(leaving, token, (block) => names.readAgain(block)))) return undefined;
    if (document.text !== snapshot.lines) return snapshot;
    const isStill = () => document.text === snapshot.lines;
    const unread = names.waiting(document.sections, 'first', where);
    const readOne = (block: Block, i: number) => {
      names.read(block);
      // Of much, now and then what was read: counting all in one go would take too long.
      if (i % BATCH === BATCH - 1 && isWhole && isStill()) document.settleNames();
    };
    if (!(await this.slices.run(unread, token, readOne))) return undefined;
    if (!isStill()) return snapshot;
    document.settleNames(where);
    const unfound = names.waiting(document.sections, 'second', where);
    if (!(await this.slices.run(unfound, token, (block) => names.find(block)))) return undefined;
    if (!isStill()) return snapshot;
    document.applyNames(where);
    return document.snapshot();
  }

  /** What was edited last, and what is looked at, each as far as it is short. */
  private nearby({ sections }: SeedDocument, names: DocumentNames, lines: Lines | undefined): Stretch[] {
    return [names.comers(sections), ...(lines ? [stretchOf(sections, lines)] : [])].filter(
      (stretch) => sizeOf(names.waiting(sections, 'second', [stretch])) <= AT_ONCE,
    );
  }

  /** Reads a document to its end, when nobody types. */
  private async readOn(document: SeedDocument, names: DocumentNames): Promise<void> {
    if (this.reading.has(document)) return;
    this.reading.add(document);
    try {
      for (;;) {
        const { text } = document;
        const isWanted = () => this.seeds.get(document.uri) === document && document.text === text;
        if (await this.readStill(document, names, isWanted)) break;
        if (this.seeds.get(document.uri) !== document) return;
        await new Promise<void>((resolve) => this.ports.clock.later(QUIET, resolve));
      }
      this.changed();
    } catch (error) {
      this.failed(document, error);
    } finally {
      this.reading.delete(document);
    }
  }

  /** A question comes in several steps, each of which waits for a turn: these are turns in which nothing else is done. */
  private breathe(): Promise<void> {
    return new Promise((resolve) => this.ports.clock.later(BREATH, resolve));
  }

  /** Reads what is left of a text as long as it stands still. False when it did not. */
  private async readStill(document: SeedDocument, names: DocumentNames, isWanted: () => boolean): Promise<boolean> {
    const token: CancellationToken = {
      get isCancellationRequested() {
        return !isWanted();
      },
    };
    const leaving = names.leaving(document.sections);
    const unread = names.waiting(document.sections, 'first');
    // Now and then it is counted what was read, so that it need not be kept.
    for (let at = 0; at < Math.max(leaving.length, unread.length); at += BATCH) {
      const gone = leaving.slice(at, at + BATCH);
      if (!(await this.slices.run(gone, token, (block) => names.readAgain(block), SLICE))) return false;
      const come = unread.slice(at, at + BATCH);
      if (!(await this.slices.run(come, token, (block) => names.read(block), SLICE)) || !isWanted()) return false;
      document.settleNames();
      await this.breathe();
    }
    const unfound = names.waiting(document.sections, 'second');
    for (let at = 0; at < unfound.length; at += BATCH) {
      const next = unfound.slice(at, at + BATCH);
      if (!(await this.slices.run(next, token, (block) => names.find(block), SLICE)) || !isWanted()) return false;
      await this.breathe();
    }
    if (!isWanted()) return false;
    document.applyNames();
    // So that the answers which are asked for now are at hand.
    const waiting = sectionsWaiting(document.snapshot(), 'names', 0, Number.MAX_SAFE_INTEGER);
    return this.slices.run(waiting, token, (section) => section.workOut('names'), SLICE);
  }
}

/** Both included. */
interface Lines {
  readonly from: number;
  readonly to: number;
}

function stretchOf(sections: Sequence<Section>, { from, to }: Lines): Stretch {
  const first = sections.find(from);
  const last = sections.find(to);
  return { from: first?.index ?? 0, to: last === undefined ? 0 : last.index + 1 };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
