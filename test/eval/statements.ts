import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sentenceAround } from '../../server/src/features/sentence.ts';
import { compileMatcher } from '../../server/src/names/matcher.ts';
import { readModelStepwise } from '../../server/src/names/model/format.ts';
import { NameRecognizer } from '../../server/src/names/model/recognizer.ts';
import { parseSeed } from '../../server/src/seed/seed.ts';
import { flatLine } from '../../server/src/text/shorten.ts';
import { statementsIn } from '../../server/src/workspace/index/statements.ts';
import { finish } from '../../server/src/workspace/index/thread.ts';
import { namedAtOnce } from '../../server/src/workspace/recognize.ts';
import { Section } from '../../server/src/workspace/section.ts';
import { filesIn, readText } from './support/files.ts';

/**
 * What is said of names in plain news, a random part of it, to be judged by eye: each block of lines of a text file is a text.
 *
 * `--count N` so many of them (100); `--seed N` which ones; `--half 0|1` of every other text only; `--kind KIND` of one kind.
 */
export async function evaluate(args: readonly string[]): Promise<void> {
  const option = (name: string, fallback: string) => {
    const at = args.indexOf(`--${name}`);
    return at === -1 ? fallback : (args[at + 1] ?? fallback);
  };
  const places = args.filter((arg, i) => !arg.startsWith('--') && !args[i - 1]?.startsWith('--'));
  const files = places.flatMap((place) => filesIn(place, /\.txt(\.gz)?$/));
  if (files.length === 0) {
    console.log('Nothing measured: give a folder with news (`*.txt`, `*.txt.gz`), with an empty line between texts.');
    return;
  }
  const model = await readFile(resolve('server/data/names.model'));
  const recognizer = new NameRecognizer(finish(readModelStepwise(model)));
  const names = { matcher: compileMatcher([]), never: new Set<string>() };
  const half = option('half', '');
  const kind = option('kind', '');
  const found: { readonly kind: string; readonly line: string }[] = [];
  let size = 0;
  for (const file of files) {
    const texts = readText(file).split(/\n\s*\n/);
    texts.forEach((lines, number) => {
      if (half !== '' && number % 2 !== Number(half)) return;
      // One line a sentence: together they are a paragraph.
      const text = `Source: A\n\n${lines.trim().replaceAll('\n', ' ')}\n`;
      size += text.length;
      const sections = namedAtOnce(
        parseSeed(text).segments.map((segment) => new Section(segment, names)),
        recognizer,
      );
      for (const section of sections)
        for (const statement of statementsIn(section, section.analysis.mentions)) {
          const { text: all } = section.segment;
          const part = ({ start, end }: { start: number; end: number }) => flatLine(all.slice(start, end));
          const employer = statement.employer === undefined ? '' : ` @ ${part(statement.employer)}`;
          const sentence = part(sentenceAround(all, statement.subject));
          found.push({
            kind: statement.kind,
            line: `${statement.kind}: [${part(statement.subject)}] ${part(statement.value)}${employer}\n      ${sentence}`,
          });
        }
    });
  }
  const counts = new Map<string, number>();
  for (const one of found) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
  const perPiece = (found.length / size) * 100_000;
  console.log(
    `${found.length} statements, ${perPiece.toFixed(0)} in 100,000 characters: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`,
  );
  const random = randomFrom(Number(option('seed', '1')));
  const pool = found.filter((one) => kind === '' || one.kind === kind);
  for (let left = Number(option('count', '100')); left > 0 && pool.length > 0; left--) {
    const [one] = pool.splice(Math.floor(random() * pool.length), 1);
    console.log(one?.line);
  }
}

/** Numbers from 0 to below 1, the same for the same start (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
