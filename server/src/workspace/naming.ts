import { MODEL_FILE, readModelStepwise } from '../names/model/format.ts';
import { NameRecognizer } from '../names/model/recognizer.ts';
import type { CancellationToken, Ports } from '../ports.ts';
import type { Block } from '../seed/types.ts';
import type { Sequence } from '../text/sequence.ts';
import type { DocumentNames, Pass } from './document-names.ts';
import type { Section } from './section.ts';
import type { SeedDocument } from './seed-document.ts';
import type { Slices } from './slices.ts';
import type { SeedSnapshot } from './snapshot.ts';

/** Milliseconds after which the model is read: what opens first is shown by facts, rules and lists. */
const READ_AFTER = 100;

/** An answer waits for so much to be read, in code units; what is longer is read in the background. */
const AT_ONCE = 60_000;

/**
 * Asks the model about the open seeds: at once about what an answer needs, in the background about the rest. Owned by
 * the workspace.
 */
export class Naming {
  private recognizer: NameRecognizer | undefined;
  /** Resolves when the model has been read, or cannot be. */
  private reads: Promise<void> | undefined;
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

  /** Resolves when the model that was asked for has been read, or turned out not to be there. */
  ready(): Promise<void> {
    return this.reads ?? Promise.resolve();
  }

  private async readModel(): Promise<void> {
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
      for (const seed of this.seeds.values()) seed.setRecognizer(recognizer);
      if (this.seeds.size > 0) this.changed();
    } catch (error) {
      log.error(`The model of names cannot be used: ${messageOf(error)}`);
    }
  }

  /**
   * The present state of a document with the names in some lines. Of a long text that was just opened, what has been read
   * so far: `changed` is called when it has been read to the end.
   *
   * @returns undefined when the asker no longer wants it.
   */
  async answer(
    document: SeedDocument,
    snapshot: SeedSnapshot,
    token: CancellationToken,
    fromLine: number,
    toLine: number,
  ): Promise<SeedSnapshot | undefined> {
    const { names } = document;
    // A text that changed meanwhile is nobody's any more.
    if (names === undefined || document.text !== snapshot.lines) return snapshot;
    const asked = [names.comers(document.sections), sectionsBetween(document.sections, fromLine, toLine)];
    const first = await this.pass(document, names, 'first', token, asked);
    if (first === undefined) return undefined;
    document.settleNames();
    const second = await this.pass(document, names, 'second', token, asked);
    if (second === undefined) return undefined;
    document.applyNames();
    if (first === 'some' || second === 'some') void this.readOn(document, names);
    return document.text === snapshot.lines ? document.snapshot() : snapshot;
  }

  /**
   * A pass over all blocks that wait for it, if they are few, or else over those in some lists of sections, each as far as
   * it is short: what was edited, what is looked at. Undefined when the asker no longer wants it.
   */
  private async pass(
    document: SeedDocument,
    names: DocumentNames,
    pass: Pass,
    token: CancellationToken,
    asked: readonly (readonly Section[])[],
  ): Promise<'all' | 'some' | undefined> {
    const waiting = names.waiting(document.sections, pass);
    const isFew = sizeOf(waiting) <= AT_ONCE;
    const some = () => asked.map((sections) => names.waitingIn(sections, pass)).filter((one) => sizeOf(one) <= AT_ONCE);
    if (!(await this.run(names, pass, isFew ? waiting : some().flat(), token))) return undefined;
    return isFew ? 'all' : 'some';
  }

  private run(names: DocumentNames, pass: Pass, blocks: readonly Block[], token: CancellationToken): Promise<boolean> {
    return this.slices.run(blocks, token, (block) => (pass === 'first' ? names.read(block) : names.find(block)));
  }

  /** Reads a document to its end, whatever is typed meanwhile. */
  private async readOn(document: SeedDocument, names: DocumentNames): Promise<void> {
    if (this.reading.has(document)) return;
    this.reading.add(document);
    const isClosed = () => this.seeds.get(document.uri) !== document;
    const token: CancellationToken = {
      get isCancellationRequested() {
        return isClosed();
      },
    };
    try {
      for (;;) {
        const unread = names.waiting(document.sections, 'first');
        if (!(await this.run(names, 'first', unread, token))) return;
        document.settleNames();
        const unfound = names.waiting(document.sections, 'second');
        if (unread.length + unfound.length === 0) break;
        if (!(await this.run(names, 'second', unfound, token))) return;
        document.applyNames();
      }
      this.changed();
    } catch (error) {
      this.ports.log.error(`Finding names in ${document.uri} failed: ${messageOf(error)}`);
    } finally {
      this.reading.delete(document);
    }
  }
}

function sectionsBetween(sections: Sequence<Section>, fromLine: number, toLine: number): Section[] {
  const found: Section[] = [];
  const first = sections.find(fromLine);
  let line = first?.start ?? 0;
  for (let index = first?.index ?? 0; index < sections.length && line <= toLine; index++) {
    const section = sections.at(index);
    found.push(section);
    line += section.lineCount;
  }
  return found;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
