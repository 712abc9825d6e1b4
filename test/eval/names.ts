import fs from 'node:fs';
import path from 'node:path';
import { compileMatcher } from '../../server/src/names/matcher.ts';
import { readModel } from '../../server/src/names/model/format.ts';
import { NameRecognizer } from '../../server/src/names/model/recognizer.ts';
import { recognizeText } from '../../server/src/workspace/recognize.ts';
import { kindOfMistake } from './names/kinds.ts';
import { addCounts, type Counts, compare, exact, type Marked, newCounts, partial } from './names/score.ts';
import { filesIn, readText } from './support/files.ts';

/**
 * How well names are found, against corpora annotated by people: `*-dev.jsonl` files of a folder, or the files given.
 * `--model FILE` asks another model than the project's, `--errors N` prints so many mistakes of each corpus,
 * `--least S` counts all with that score and more instead of what is shown by default, `--json` prints the figures for programs, a line for each file.
 */
export async function evaluate(args: readonly string[]): Promise<void> {
  const after = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const isValue = (at: number) => ['--errors', '--model', '--least'].includes(args[at - 1] ?? '');
  const places = args.filter((arg, at) => !arg.startsWith('--') && !isValue(at));
  const files = places.flatMap((place) => filesIn(place, /-dev\.jsonl(\.gz)?$/));
  if (files.length === 0) {
    console.log(HELP);
    return;
  }
  const model = after('--model') ?? 'server/data/names.model';
  const started = performance.now();
  const recognizer = new NameRecognizer(readModel(fs.readFileSync(model)));
  const loaded = performance.now() - started;
  const sure = { found: 0, right: 0 };
  const kinds = new Map<string, number>();
  let sum = 0;
  for (const file of files) {
    const name = path.basename(file).replace(/\.jsonl(\.gz)?$/, '');
    const least = after('--least');
    const thresholds =
      least === undefined ? undefined : new Map([...Object.keys(TYPES)].map((type) => [type, Number(least)]));
    const result = measure(name, documentsOf(file), recognizer, thresholds);
    sum += exact(result.all).f1;
    sure.found += result.sure.found;
    sure.right += result.sure.right;
    for (const [kind, count] of result.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    if (args.includes('--json')) {
      console.log(
        JSON.stringify({ file: name, ...result, lines: undefined }, (_, value) =>
          value instanceof Map ? Object.fromEntries(value) : value,
        ),
      );
      continue;
    }
    print(name, result);
    const errors = Number(after('--errors') ?? 0);
    const step = Math.max(1, Math.floor(result.lines.length / Math.max(1, errors)));
    for (const line of result.lines.filter((_, i) => i % step === 0).slice(0, errors)) console.log(`    ${line}`);
  }
  if (args.includes('--json')) return;
  console.log(`\nmean exact F1 over ${files.length} sets: ${percent(sum / files.length)}`);
  console.log(
    `of ${sure.found} mentions with a score of 0.9 or more, ${percent(sure.right / sure.found)} % are right; loaded in ${loaded.toFixed(0)} ms`,
  );
  console.log('commonest mistakes:');
  for (const [kind, count] of [...kinds].sort((a, b) => b[1] - a[1]).slice(0, 12))
    console.log(`  ${String(count).padStart(5)}  ${kind}`);
}

interface Document {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly Marked[];
}

const SCORED = ['PER', 'ORG', 'LOC'];
/** What is measured besides, by corpus: no other corpus marks all of it. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  'redocred-dev': ['NORP'],
  'crossner-dev': ['EVENT', 'WORK', 'PRODUCT'],
};
const TYPES: Readonly<Record<string, string>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  group: 'NORP',
  event: 'EVENT',
  work: 'WORK',
  product: 'PRODUCT',
};

interface Result {
  readonly all: Counts;
  readonly types: Map<string, Counts>;
  readonly sure: { found: number; right: number };
  readonly kinds: Map<string, number>;
  readonly lines: string[];
  readonly speed: number;
}

function measure(
  name: string,
  documents: readonly Document[],
  recognizer: NameRecognizer,
  thresholds: ReadonlyMap<string, number> | undefined,
): Result {
  const all = newCounts();
  const types = new Map<string, Counts>();
  const sure = { found: 0, right: 0 };
  const kinds = new Map<string, number>();
  const lines: string[] = [];
  let time = 0;
  let characters = 0;
  for (const { id, text, entities } of documents) {
    const started = performance.now();
    const found = namesOf(text, recognizer, thresholds);
    time += performance.now() - started;
    characters += text.length;
    const scored = compare(entities, found, SCORED);
    addCounts(all, scored.all);
    for (const part of [scored, compare(entities, found, MORE[name] ?? [])])
      for (const [type, counts] of part.counts) {
        const sum = types.get(type) ?? newCounts();
        addCounts(sum, counts);
        types.set(type, sum);
      }
    const right = new Set(entities.map(({ start, end, type }) => `${start} ${end} ${type}`));
    for (const one of found) {
      if (!SCORED.includes(one.type) || (one.score ?? 0) < 0.9) continue;
      sure.found++;
      if (right.has(`${one.start} ${one.end} ${one.type}`)) sure.right++;
    }
    for (const mistake of scored.mistakes) {
      const kind = kindOfMistake(mistake, text);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const at = mistake.right ?? mistake.found;
      if (at === undefined) continue;
      const context = `${text.slice(Math.max(0, at.start - 40), at.start)}«${text.slice(at.start, at.end)}»${text.slice(at.end, at.end + 40)}`;
      const got = mistake.found && text.slice(mistake.found.start, mistake.found.end);
      lines.push(`${id} ${kind}: ${context.replace(/\s+/g, ' ')}${got === undefined ? '' : ` | ${got}`}`);
    }
  }
  return { all, types, sure, kinds, lines, speed: characters / time };
}

const CONTEXT = { matcher: compileMatcher([]), never: new Set<string>() };

/** What a user of a text without facts is shown. */
function namesOf(
  text: string,
  recognizer: NameRecognizer,
  thresholds: ReadonlyMap<string, number> | undefined,
): Marked[] {
  const { entities } = recognizeText(text, { ...CONTEXT, thresholds }, { seed: false, recognizer });
  return entities.flatMap(({ start, end, type, score }) => {
    const name = TYPES[type];
    return name === undefined ? [] : [{ start, end, type: name, score }];
  });
}

function documentsOf(file: string): Document[] {
  return readText(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Document);
}

function print(name: string, result: Result): void {
  const { precision, recall, f1 } = exact(result.all);
  const types = [...result.types]
    .map(([type, counts]) => {
      const figures = exact(counts);
      const full = !SCORED.includes(type);
      return `${type} ${percent(figures.f1)}${full ? ` (P ${percent(figures.precision)} R ${percent(figures.recall)})` : ''}`;
    })
    .join('  ');
  console.log(
    `${name.padEnd(14)} F1 ${percent(f1)} (P ${percent(precision)} R ${percent(recall)})  partial ${percent(partial(result.all).f1)}  ${types}  ${result.speed.toFixed(0)}k characters/s`,
  );
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

const HELP = `Nothing measured: give a folder with \`*-dev.jsonl\` files, which are not part of the repository, each document a line:
{"id", "text", "entities": [{"start", "end", "type": "PER"}]}, types PER ORG LOC NORP EVENT WORK PRODUCT,
offsets in UTF-16 code units, ends exclusive.`;
