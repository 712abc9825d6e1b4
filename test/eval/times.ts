import path from 'node:path';
import { filesIn } from './support/files.ts';
import { CLASSES } from './times/classes.ts';
import { measureCorpus, printCorpus } from './times/corpus.ts';
import { readLines } from './times/lines.ts';
import { printMistakes } from './times/mistakes.ts';
import { measureCases, printCases } from './times/recognizers.ts';
import { seedmark } from './times/tagger.ts';

/** The project's own texts, which are measured when no folder is given. */
const GOLD = 'test/eval/times/gold';

/**
 * How well times are found and valued, against corpora annotated by people and the unit tests of another recogniser.
 * `--errors N` prints the first N mistakes of each class, `--class X` looks at one class of wording only, `--json` prints
 * the figures for programs, a line for each file.
 */
export async function evaluate(args: readonly string[]): Promise<void> {
  const after = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const isValue = (at: number) => ['--errors', '--class'].includes(args[at - 1] ?? '');
  const places = args.filter((arg, at) => !arg.startsWith('--') && !isValue(at));
  const files = (places.length > 0 ? places : [GOLD]).flatMap((place) => filesIn(place, /\.(jsonl(\.gz)?|txt)$/));
  if (files.length === 0) {
    console.log(HELP);
    return;
  }
  const only = after('--class');
  const classes = CLASSES.filter((name) => only === undefined || name === only);
  if (classes.length === 0) {
    console.error(`There is no class "${only}". The classes are: ${CLASSES.join('; ')}.`);
    return;
  }
  const errors = Number(after('--errors') ?? 0) || 0;
  const tag = await seedmark();
  for (const file of files) {
    const name = path.basename(file);
    const lines = readLines(file);
    if (lines === undefined) {
      console.error(
        `${name}: neither a corpus (\`timex\` in each line) nor cases (\`expect\` in each line); left out.`,
      );
      continue;
    }
    const result = 'cases' in lines ? measureCases(lines.cases, tag) : measureCorpus(lines.documents, tag);
    if (args.includes('--json')) {
      const { mistakes, ...figures } = result;
      console.log(
        JSON.stringify({ file: name, ...figures }, (_, value) =>
          value instanceof Map ? Object.fromEntries(value) : value,
        ),
      );
      continue;
    }
    if ('empty' in result) printCases(name, result, classes);
    else printCorpus(name, result, classes);
    printMistakes(result.mistakes, errors, classes);
  }
}

const HELP = `Nothing measured: give a folder with \`*.jsonl\` files, which are not part of the repository, or none for our own texts. To fetch:
- MEANTIME (NewsReader; Wikinews with TimeML) and WikiWars (Wikipedia on wars, TIMEX2), each document a line:
  {"id", "text", "dct": "2008-03-01", "timex": [{"start", "end", "type": "DATE", "value": "2008-03", "mod"?}]}
- Recognizers-Text (Microsoft), Specs/DateTime/English, DateTimeModel, each case a line:
  {"id", "text", "dct": "2016-11-07", "expect": [{"start", "end", "text", "kind": "date", "values": [{"timex", "value"}]}]}
Offsets are in UTF-16 code units, ends exclusive.`;
