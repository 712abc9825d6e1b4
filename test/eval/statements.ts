import fs from 'node:fs';
import path from 'node:path';
import { compileMatcher } from '../../server/src/names/matcher.ts';
import { readModel } from '../../server/src/names/model/format.ts';
import { NameRecognizer } from '../../server/src/names/model/recognizer.ts';
import { recognize } from '../../server/src/names/recognize.ts';
import { findStatements } from '../../server/src/names/statements/find.ts';
import type { Statement } from '../../server/src/names/statements/types.ts';
import type { Span } from '../../server/src/text/span.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { recognizeText } from '../../server/src/workspace/recognize.ts';
import { filesIn, readText } from './support/files.ts';

/**
 * What texts say of their names, in texts that nobody has labelled: how much is found, what it costs beside the rules and lists
 * of `recognize`, and some of it at random, to be judged by eye. `--count N` prints so many, drawn by `--seed S`; `--kind K` draws from one
 * kind only; `--part 2/3` looks at the second of three parts of each file, so that rules are not judged by what they were made for.
 */
export async function evaluate(args: readonly string[]): Promise<void> {
  const after = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const places = args.filter((arg, at) => !arg.startsWith('--') && !(args[at - 1] ?? '').startsWith('--'));
  const files = places.flatMap((place) => filesIn(place, /\.(txt|jsonl)(\.gz)?$/));
  if (files.length === 0) {
    console.log(HELP);
    return;
  }
  const recognizer = new NameRecognizer(readModel(fs.readFileSync('server/data/names.model')));
  const [part = 1, parts = 1] = (after('--part') ?? '1/1').split('/').map(Number);
  const random = randomOf(Number(after('--seed') ?? 1));
  for (const file of files) {
    const all = documentsOf(file);
    const documents = all.slice(((part - 1) * all.length) / parts, (part * all.length) / parts);
    const { found, characters, time, ofRules, ofAll } = measure(documents, recognizer);
    console.log(
      `\n${path.basename(file)}: ${found.length} statements in ${(characters / 1000).toFixed(0)} KB, ` +
        `${((100_000 * found.length) / characters).toFixed(0)} in 100 KB; ${((1e6 * time) / characters).toFixed(1)} ms a MB, ` +
        `${(100 * ofRules).toFixed(0)} % of the time of recognize(), ${(100 * ofAll).toFixed(1)} % of that with the model`,
    );
    for (const kind of new Set(found.map(({ statement }) => statement.kind))) {
      const { length } = found.filter(({ statement }) => statement.kind === kind);
      console.log(`  ${kind}: ${length} (${((100_000 * length) / characters).toFixed(1)} in 100 KB)`);
    }
    const wanted = after('--kind');
    const drawn = found.filter(({ statement }) => wanted === undefined || statement.kind === wanted);
    const count = Math.min(drawn.length, Number(after('--count') ?? 0));
    for (let i = 0; i < count; i++) {
      const at = i + Math.floor(random() * (drawn.length - i));
      [drawn[i], drawn[at]] = [drawn[at] as Found, drawn[i] as Found];
      console.log(`${String(i + 1).padStart(4)} ${describe(drawn[i] as Found)}`);
    }
  }
}

interface Found {
  readonly text: string;
  readonly statement: Statement;
}

const CONTEXT = { matcher: compileMatcher([]), never: new Set<string>() };

/** The statements of all texts, and the time that finding them takes as a share of what rules and lists take in the same texts. */
function measure(texts: readonly string[], recognizer: NameRecognizer) {
  const found: Found[] = [];
  let characters = 0;
  const started = performance.now();
  const readings = texts.map((text) => {
    const { entities: mentions } = recognizeText(text, CONTEXT, { seed: false, recognizer });
    return { text, tokens: tokenize(text), mentions };
  });
  const all = performance.now() - started;
  for (const reading of readings) {
    characters += reading.text.length;
    for (const statement of findStatements(reading)) found.push({ text: reading.text, statement });
  }
  // The shortest of several turns: others use the machine as well.
  const own = shortest(() => readings.map(findStatements));
  const rules = shortest(() =>
    readings.map(({ text, tokens }) => recognize({ start: 0, text, field: undefined }, CONTEXT, tokens)),
  );
  return { found, characters, time: own, ofRules: own / rules, ofAll: own / all };
}

function shortest(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS; turn++) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

const TURNS = 8;

function describe({ text, statement }: Found): string {
  const { kind, subject, value, employer, former } = statement;
  const written = (span: Span) => text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const from = Math.max(text.lastIndexOf('\n', statement.start) + 1, statement.start - 120);
  const line = text.indexOf('\n', statement.end);
  const to = Math.min(line === -1 ? text.length : line, statement.end + 80);
  const said = `${kind}${former === true ? ' (former)' : ''} | ${written(subject)} | ${written(value)}`;
  return `${said}${employer === undefined ? '' : ` | for ${written(employer)}`}\n       ${written({ start: from, end: to })}`;
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The texts of a file: documents of `text` a line, or blocks between empty lines. */
function documentsOf(file: string): string[] {
  const all = readText(file);
  const texts = /\.jsonl(\.gz)?$/.test(file)
    ? all.split('\n').flatMap((line) => (line.trim() === '' ? [] : [(JSON.parse(line) as { text: string }).text]))
    : all.split(/\n\s*\n/);
  return texts.filter((text) => text.trim() !== '');
}

const HELP = `Nothing measured: give files or a folder with texts, which are not part of the repository: \`*.txt\` or \`*.txt.gz\` with an empty line
between texts, \`*.jsonl\` or \`*.jsonl.gz\` with a \`text\` in each line.`;
