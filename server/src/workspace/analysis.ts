import type { Chunk } from '../text/sequence.ts';
import type { Section, Stage } from './section.ts';
import type { SeedSnapshot } from './snapshot.ts';

export interface AnalyzeOptions {
  /** How far: findings need no names. */
  readonly stage?: Stage;
  /** Lines, both included. */
  readonly fromLine?: number;
  readonly toLine?: number;
  /** Of these lines the model's names are needed; elsewhere those will do that it has found so far. */
  readonly names?: { readonly from: number; readonly to: number };
  /** Of a long text that is not worked out yet those lines will do for all else, too. */
  readonly linesWillDo?: boolean;
}

/** Code units of text that are worked out while an answer waits that could do without. */
const LONG = 60_000;

/** What an answer waits for: everything in its lines, or only what it cannot do without. */
export function sectionsNeeded(snapshot: SeedSnapshot, stage: Stage, options: AnalyzeOptions): Section[] {
  const { fromLine = 0, toLine = Number.MAX_SAFE_INTEGER, names, linesWillDo = false } = options;
  const waiting = sectionsWaiting(snapshot, stage, fromLine, toLine);
  if (!linesWillDo || names === undefined) return waiting;
  const size = waiting.reduce((sum, { segment }) => sum + segment.text.length, 0);
  return size > LONG ? sectionsWaiting(snapshot, stage, names.from, names.to) : waiting;
}

/** Whether all of a snapshot is worked out; `model`: with what the model finds. */
export function isWorkedOut(snapshot: SeedSnapshot, { model }: { readonly model: boolean }): boolean {
  if (sectionsWaiting(snapshot, 'names', 0, Number.MAX_SAFE_INTEGER).length > 0) return false;
  if (!model) return true;
  for (const { segment, model: found } of snapshot.sections)
    if (found === undefined && segment.blocks.length > 0) return false;
  return true;
}

/** Chunks of sections that are worked out throughout, so that nobody looks at each of them again. */
const done: Readonly<Record<Stage, WeakSet<Chunk<Section>>>> = { times: new WeakSet(), names: new WeakSet() };

/** The sections in some lines of which a stage has not been worked out. */
export function sectionsWaiting(snapshot: SeedSnapshot, stage: Stage, fromLine: number, toLine: number): Section[] {
  const waiting: Section[] = [];
  snapshot.sections.eachChunk((chunk, _index, before) => {
    if (done[stage].has(chunk) || before > toLine || before + chunk.measure <= fromLine) return;
    let line = before;
    const known = waiting.length;
    for (const section of chunk.items) {
      const next = line + section.lineCount;
      if (!section.isWorkedOut(stage) && next > fromLine && line <= toLine) waiting.push(section);
      line = next;
    }
    if (waiting.length === known && chunk.items.every((section) => section.isWorkedOut(stage))) done[stage].add(chunk);
  });
  return waiting;
}
