import { installedModels } from '../host/node/models.ts';
import { compileMatcher } from '../names/matcher.ts';
import { MODEL_FILE, readModel } from '../names/model/format.ts';
import { NameRecognizer } from '../names/model/recognizer.ts';
import type { NameContext } from '../names/types.ts';
import { TextLines } from '../text/lines.ts';
import { type FoundEntity, type FoundTime, recognizeText } from '../workspace/recognize.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { filterLines } from './jsonl.ts';
import { colors, printable, write } from './output.ts';
import { oneOf, parse, UsageError } from './usage.ts';

/** `seedmark recognize PATHS | --jsonl`: prints the names and times of seeds, or works as a filter. */
export async function recognize(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse({
    args: [...argv],
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      'stdin-filename': { type: 'string' },
      'no-color': { type: 'boolean', default: false },
    },
  });
  if (values.jsonl) {
    if (positionals.length > 0 || values['stdin-filename'] !== undefined)
      throw new UsageError(
        '--jsonl reads documents from standard input and takes no paths. For one seed there, give “-” without --jsonl.',
      );
    return filter();
  }
  const format = oneOf('--format', values.format, ['text', 'json', 'jsonl']);
  const inputs = await readInputs(positionals, values['stdin-filename'], { index: false });
  return files(inputs, format, !values['no-color']);
}

async function files(
  { workspace, inputs }: Inputs,
  format: 'text' | 'json' | 'jsonl',
  color: boolean,
): Promise<number> {
  const paint = colors(process.stdout, color);
  const recognizer = await installedRecognizer();
  const all: unknown[] = [];
  let status = 0;
  for await (const { name, uri, kind, content } of inputs) {
    if (kind !== 'seed') continue;
    if (content === undefined || !content.utf8) {
      process.stderr.write(
        `seedmark: ${printable(name)}: ${content === undefined ? 'it cannot be read' : 'it is not UTF-8'}\n`,
      );
      status = 2;
      continue;
    }
    const { names } = workspace.knowledge(uri);
    const found = recognizeText(content.text, names, { seed: true, recognizer });
    if (format === 'json') all.push({ id: name, ...found });
    else if (format === 'jsonl') await write(process.stdout, `${JSON.stringify({ id: name, ...found })}\n`);
    else {
      const lines = TextLines.from(content.text);
      const rows = [
        ...found.entities.map((x) => ({ ...x, style: 'name' as const, said: nameSaid(x) })),
        ...found.times.map((x) => ({ ...x, style: 'time' as const, said: timeSaid(x) })),
      ].sort((a, b) => a.start - b.start);
      for (const row of rows) {
        const { line, character } = lines.positionAt(row.start);
        const text = printable(content.text.slice(row.start, row.end));
        await write(
          process.stdout,
          `${paint('bold', `${printable(name)}:${line + 1}:${character + 1}`)} ${paint(row.style, printable(row.type))} ${text}${paint('dim', printable(row.said))}\n`,
        );
      }
    }
  }
  if (format === 'json') await write(process.stdout, `${JSON.stringify(all, undefined, 2)}\n`);
  return status;
}

/** The value of an amount; of a name that the model found how sure it is. */
function nameSaid({ value, evidence, score }: FoundEntity): string {
  return value === undefined ? (evidence === 'model' ? ` ${score.toFixed(2)}` : '') : ` ${value}`;
}

/** The value, and what else is said of it: a `mod`, how often, and between which days what hangs on an event lies. */
function timeSaid({ value, mod, quant, freq, anchor }: FoundTime): string {
  const between = anchor?.from === undefined ? undefined : `${anchor.from}/${anchor.to}`;
  return [value, mod, quant, freq, between].map((said) => (said === undefined ? '' : ` ${said}`)).join('');
}

/** One JSON document a line in, one a line out, in order; a bad line answers with an error and the rest goes on. */
async function filter(): Promise<number> {
  const names = { matcher: compileMatcher([]), never: new Set<string>() };
  const recognizer = await installedRecognizer();
  await filterLines((document) => answer(document, names, recognizer));
  return 0;
}

/** The model of names that the program is installed with; without it the rest is recognised all the same. */
export async function installedRecognizer(): Promise<NameRecognizer | undefined> {
  const bytes = await installedModels.bytes(MODEL_FILE);
  if (bytes !== undefined) return new NameRecognizer(readModel(bytes));
  process.stderr.write(
    'seedmark: the model of names is missing from this installation: only facts, rules and lists are used\n',
  );
  return undefined;
}

function answer(
  document: Readonly<Record<string, unknown>>,
  names: NameContext,
  recognizer: NameRecognizer | undefined,
): unknown {
  const { id, text, published, seed } = document;
  const known = id === undefined ? {} : { id };
  if (typeof text !== 'string') return { ...known, error: '"text" must be a string' };
  if (published !== undefined && (typeof published !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(published)))
    return { ...known, error: '"published" must be an ISO date, "YYYY-MM-DD"' };
  if (seed !== undefined && typeof seed !== 'boolean') return { ...known, error: '"seed" must be true or false' };
  return {
    ...known,
    ...recognizeText(text, names, { seed: seed === true, published: published?.slice(0, 10), recognizer }),
  };
}
