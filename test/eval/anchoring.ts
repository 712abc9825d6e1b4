import { anchorAll, type Texts } from '../../server/src/annotations/anchor/anchor.ts';
import type { Anchored, Selector } from '../../server/src/annotations/anchor/types.ts';
import { Describer } from '../../server/src/annotations/describe.ts';
import { unitsToPoints } from '../../server/src/text/codepoints.ts';
import type { Span } from '../../server/src/text/span.ts';
import { Dice, edit, namesOf, survivorOf } from './anchoring/edits.ts';
import { hypothesis } from './anchoring/hypothesis.ts';
import { filesIn, readText } from './support/files.ts';

const DOSES = [1, 3, 10, 30, 60, 120];
const SIZE = 4000;
const CONTEXT = 32;
const THRESHOLDS = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * How well annotations keep their places in texts that were edited: edits from a seed, whose truth is known, against
 * the way of Hypothes.is. Ours with the base text, by selectors of 32 signs of context, and by those that a sidecar has.
 * Give files or folders with texts (`*.txt`, `*.txt.gz`); `--texts N` says how many, `--seed N` which edits, `--alone`
 * anchors each annotation as if it were the only one, `--misses` prints where we were wrong.
 */
export function evaluate(args: readonly string[]): void {
  const count = numberAfter(args, '--texts') ?? 60;
  const seed = numberAfter(args, '--seed') ?? 1;
  const alone = args.includes('--alone');
  const isValue = (index: number) => ['--texts', '--seed'].includes(args[index - 1] ?? '');
  const sources = args
    .filter((arg, index) => !arg.startsWith('--') && !isValue(index))
    .flatMap((place) => filesIn(place, /\.txt(\.gz)?$/));
  if (sources.length === 0) {
    console.log('Nothing measured: give a folder with texts (`*.txt` or `*.txt.gz`, a sentence or paragraph a line).');
    return;
  }
  const lines = sources.flatMap((file) => readText(file).split(/\r?\n/));
  const others = lines.filter((line) => line.length > 60 && line.length < 200).slice(-2000);
  const texts = textsOf(lines, count, new Dice(seed));
  console.log(`${texts.length} texts of about ${SIZE} characters, doses ${DOSES.join(', ')}, seed ${seed}\n`);
  for (const kind of ['names', 'sentences'] as const) {
    const tallies = { base: new Tally(), selectors: new Tally(), sidecar: new Tally(), hypothesis: new Tally() };
    for (const [index, base] of texts.entries()) {
      for (const dose of DOSES) {
        const dice = new Dice(seed * 1_000_003 + index * 131 + dose);
        const edited = edit(base, dose, dice, others);
        const spans = kind === 'names' ? namesOf(base) : sentencesOf(base);
        const selectors = spans.map((span) => selectorOf(base, span));
        const anchor = (texts: Texts): readonly Anchored<Selector>[] =>
          alone ? selectors.flatMap((selector) => anchorAll([selector], texts)) : anchorAll(selectors, texts);
        // The base may have come from a system with other line ends.
        const checkedOut = dice.next() < 0.2 ? base.replace(/\n/g, '\r\n') : base;
        const describer = new Describer(base);
        const described = spans.map((span) => describer.describe([span]));
        const answers = {
          base: anchor({ text: edited.text, base: checkedOut }),
          selectors: anchor({ text: edited.text }),
          sidecar: anchorAll(described, { text: edited.text }),
        };
        for (const [at, span] of spans.entries()) {
          const truth = survivorOf(edited, span.start, span.end);
          const quote = base.slice(span.start, span.end);
          const changed =
            kind === 'names' &&
            (truth === undefined
              ? edited.renamed.some(({ start, end }) => start < span.end && span.start < end)
              : edited.text.slice(truth.start, truth.end) !== quote);
          for (const way of ['base', 'selectors', 'sidecar'] as const) {
            const answer = answers[way][at];
            const wrong = tallies[way].add(truth, changed, dose, answer && placeOf(answer), answer?.score ?? 0);
            if (wrong && args.includes('--misses') && !changed)
              printMiss(`${kind} ${way} dose ${dose}`, base, span, edited.text, truth, answer);
          }
          const found = hypothesis(edited.text, {
            quote,
            at: span.start,
            before: base.slice(Math.max(0, span.start - CONTEXT), span.start),
            after: base.slice(span.end, span.end + CONTEXT),
          });
          tallies.hypothesis.add(truth, changed, dose, found, 1);
        }
      }
    }
    console.log(`${kind}                  right  silently wrong  refused  deleted but re-anchored  boundaries off`);
    for (const [way, tally] of Object.entries(tallies)) tally.print(way);
    console.log('  threshold curve, selectors only (score at least: right / silently wrong / deleted re-anchored)');
    tallies.selectors.printCurve();
    console.log('');
  }
}

function placeOf(answer: Anchored<Selector>): Span | undefined {
  if (answer.state === 'orphaned' || answer.state === 'ambiguous') return undefined;
  const first = answer.spans[0];
  return first && { start: first.start, end: answer.spans.at(-1)?.end ?? first.end };
}

interface Outcome {
  readonly kind: 'right' | 'wrong' | 'refused' | 'kept out' | 're-anchored';
  readonly changed: boolean;
  readonly dose: number;
  readonly score: number;
  readonly exactly: boolean;
}

class Tally {
  private readonly outcomes: Outcome[] = [];

  /** Whether the answer is a mistake that nobody would see. */
  add(truth: Span | undefined, changed: boolean, dose: number, found: Span | undefined, score: number): boolean {
    const exactly = truth !== undefined && found?.start === truth.start && found.end === truth.end;
    const kind =
      truth === undefined
        ? found
          ? 're-anchored'
          : 'kept out'
        : found === undefined
          ? 'refused'
          : sameSpan(truth, found)
            ? 'right'
            : 'wrong';
    this.outcomes.push({ kind, changed, dose, score, exactly });
    return kind === 'wrong' || kind === 're-anchored' || kind === 'refused';
  }

  print(way: string): void {
    const plain = this.outcomes.filter(({ changed }) => !changed);
    const rates = ratesOf(plain, 0);
    const off = plain.filter(({ kind, exactly }) => kind === 'right' && !exactly).length;
    console.log(
      `  ${way.padEnd(20)} ${percent(rates.right)}  ${percent(rates.wrong)}          ${percent(rates.refused)}   ${percent(rates.again)} of ${rates.deleted}           ${off} of ${rates.survivors}`,
    );
    const byDose = DOSES.map((dose) => {
      const at = ratesOf(
        plain.filter((outcome) => outcome.dose === dose),
        0,
      );
      return `${dose}: ${at.right.toFixed(1)}/${at.wrong.toFixed(1)}/${at.again.toFixed(1)}`;
    });
    console.log(`    by dose ${byDose.join('  ')}`);
    const changed = this.outcomes.filter((outcome) => outcome.changed);
    if (changed.length === 0) return;
    const rest = ratesOf(changed, 0);
    console.log(
      `    changed names: of ${rest.survivors} misspelt ones right ${percent(rest.right)} wrong ${percent(rest.wrong)} refused ${percent(rest.refused)}; of ${rest.deleted} replaced ones placed ${percent(rest.again)}`,
    );
  }

  printCurve(): void {
    const plain = this.outcomes.filter(({ changed }) => !changed);
    for (const threshold of THRESHOLDS) {
      const { right, wrong, again } = ratesOf(plain, threshold);
      console.log(`    ${threshold.toFixed(1)}: ${percent(right)} / ${percent(wrong)} / ${percent(again)}`);
    }
  }
}

function ratesOf(outcomes: readonly Outcome[], threshold: number) {
  const count = (kind: Outcome['kind']) =>
    outcomes.filter((outcome) => outcome.kind === kind && outcome.score >= threshold).length;
  const survivors = outcomes.filter(({ kind }) => kind === 'right' || kind === 'wrong' || kind === 'refused').length;
  const deleted = outcomes.length - survivors;
  const right = (100 * count('right')) / Math.max(1, survivors);
  const wrong = (100 * count('wrong')) / Math.max(1, survivors);
  return {
    right,
    wrong,
    refused: 100 - right - wrong,
    again: (100 * count('re-anchored')) / Math.max(1, deleted),
    survivors,
    deleted,
  };
}

/** The same place if more than half of both is common: an edge that is a letter off is told apart, but not wrong. */
function sameSpan(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common * 2 > Math.max(a.end, b.end) - Math.min(a.start, b.start);
}

function percent(value: number): string {
  return value.toFixed(2).padStart(6);
}

function printMiss(
  what: string,
  base: string,
  span: Span,
  text: string,
  truth: Span | undefined,
  answer: Anchored<Selector> | undefined,
): void {
  const show = (of: string, place: Span | undefined) =>
    place
      ? JSON.stringify(
          `${of.slice(Math.max(0, place.start - 60), place.start)}«${of.slice(place.start, place.end)}»${of.slice(place.end, place.end + 60)}`,
        )
      : 'nowhere';
  console.log(
    `${what} ${answer?.state} ${answer?.score.toFixed(2)}\n  was  ${show(base, span)}\n  is   ${show(text, truth)}\n  said ${show(text, answer?.spans[0])}`,
  );
}

function selectorOf(base: string, { start, end }: Span): Selector {
  return {
    quote: [base.slice(start, end)],
    at: unitsToPoints(base, start),
    before: base.slice(Math.max(0, start - CONTEXT), start),
    after: base.slice(end, end + CONTEXT),
  };
}

function sentencesOf(text: string): Span[] {
  return [...text.matchAll(/[^\s][^\n]*?[.!?]["”]?(?=\s|$)/g)]
    .map((found) => ({ start: found.index, end: found.index + found[0].length }))
    .filter(({ start, end }) => end - start >= 40);
}

/** Texts of blocks of lines; in every other one each line stands on its own, in the rest a block is one paragraph. */
function textsOf(lines: readonly string[], count: number, dice: Dice): string[] {
  const texts: string[] = [];
  while (texts.length < count) {
    let at = dice.below(Math.max(1, lines.length - 2500));
    const blocks: string[] = [];
    for (let length = 0; length < SIZE && at < lines.length; ) {
      const block: string[] = [];
      for (const size = 2 + dice.below(4); block.length < size && at < lines.length; at++)
        if ((lines[at] ?? '') !== '') block.push(lines[at] ?? '');
      const text = block.join(texts.length % 2 === 0 ? '\n' : ' ');
      blocks.push(text);
      length += text.length + 2;
    }
    texts.push(blocks.join('\n\n'));
  }
  return texts;
}

function numberAfter(args: readonly string[], name: string): number | undefined {
  const at = args.indexOf(name);
  const value = at === -1 ? Number.NaN : Number(args[at + 1]);
  return Number.isFinite(value) ? value : undefined;
}
