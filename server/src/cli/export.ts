import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ExportCounts, exportSeeds } from '../exchange/export.ts';
import { FORMATS } from '../formats/formats.ts';
import type { SeedRead } from '../workspace/stored-seed.ts';
import { exportDossier } from './export-dossier.ts';
import { damageText, isSystemError, outputOf, readInput, realPath } from './export-files.ts';
import { nameOf, readInputs } from './inputs.ts';
import { counted, printable, write } from './output.ts';
import { startProgress } from './progress.ts';
import { oneOf, parse, UsageError } from './usage.ts';

/** Not annotations, but all that is known of one thing; a format of its own kind. */
const DOSSIER = 'dossier';

/** `seedmark export PATHS --to FORMAT`: the annotations of seeds for other tools, on standard output or in a file. */
export async function exportFiles(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse({
    args: [...argv],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      entity: { type: 'string' },
      output: { type: 'string', short: 'o' },
      all: { type: 'boolean', default: false },
      bom: { type: 'boolean', default: false },
      'stdin-filename': { type: 'string' },
      'no-color': { type: 'boolean', default: false },
    },
  });
  const ids = [...FORMATS.map(({ id }) => id), DOSSIER];
  if (values.to === undefined) throw new UsageError(`Say with --to in which format: ${ids.join(' or ')}.`);
  const id = oneOf('--to', values.to, ids);
  if (id === DOSSIER) return exportDossier(positionals, values);
  if (values.entity !== undefined) throw new UsageError(`--entity goes with dossier; ${id} has all annotations.`);
  const format = FORMATS.find((one) => one.id === id);
  if (format === undefined) throw new UsageError(`There is no format “${id}”.`);
  if (values.bom && !format.takesMark)
    throw new UsageError(`--bom goes with csv; ${id} never begins with a byte order mark.`);

  const progress = startProgress(process.stderr, () => performance.now());
  process.once('exit', progress.clear);
  const inputs = await readInputs(positionals, values['stdin-filename'], { index: false });
  const output = await outputOf(values.output, inputs.workspace);
  let failures = 0;
  const failed = (name: string, reason: string) => {
    failures++;
    progress.clear();
    process.stderr.write(`seedmark: ${printable(name)}: ${printable(reason)}\n`);
  };
  const names = new Map<string, string>();
  async function* seeds(): AsyncGenerator<SeedRead> {
    let seen = 0;
    for await (const input of inputs.inputs) {
      if (output !== undefined && (await realPath(fileURLToPath(input.uri))) === output.target)
        throw new UsageError(`${input.name} is read here, so that nothing can be written over it. Name another file.`);
      names.set(input.uri, input.name);
      if (input.kind === 'seed') progress.show(seen++, inputs.seeds);
      const read = await readInput(input, inputs);
      if (read === undefined) continue;
      if ('reason' in read) failed(nameOf(fileURLToPath(read.uri)), read.reason);
      else {
        if (read.damage !== undefined) failed(...damageText(read.snapshot.sidecarUri, read.damage));
        yield read;
      }
    }
  }
  const pathOf = (uri: string) => (names.get(uri) ?? uri).split(sep).join('/');
  try {
    const request = { format, options: { rejected: values.all, mark: values.bom }, pathOf };
    const counts = await exportSeeds(seeds(), request, (piece) => {
      if (output !== undefined) return output.file.write(piece);
      if (process.stdout.isTTY) progress.clear();
      return write(process.stdout, piece);
    });
    progress.clear();
    if (output !== undefined) {
      await output.file.finish();
      await write(process.stdout, `${summary(counts)} written to ${printable(output.name)}\n`);
    }
    return failures > 0 ? 2 : 0;
  } catch (error) {
    if (output === undefined || error instanceof UsageError || !isSystemError(error)) throw error;
    failed(output.name, `it cannot be written: ${error.message}.`);
    return 2;
  } finally {
    progress.clear();
    await output?.file.discard();
  }
}

function summary({ seeds, annotations, unplaced }: ExportCounts): string {
  const without = unplaced === 0 ? '' : ` (${unplaced} without a place)`;
  return `${counted(annotations, 'annotation')}${without} of ${counted(seeds, 'seed')}`;
}
