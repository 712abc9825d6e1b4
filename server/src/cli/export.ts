import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ExportCounts, exportSeeds } from '../exchange/export.ts';
import { FORMATS } from '../formats/formats.ts';
import { uriOfPath } from '../host/node/files.ts';
import { type OutputFile, openOutput } from '../host/node/output-file.ts';
import { removeLeftovers } from '../host/node/replace-file.ts';
import { kindOf, seedOf, sidecarOf } from '../workspace/kinds.ts';
import type { SeedRead, SidecarDamage } from '../workspace/stored-seed.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Input, type Inputs, nameOf, readInputs } from './inputs.ts';
import { counted, printable, write } from './output.ts';
import { startProgress } from './progress.ts';
import { oneOf, parse, UsageError } from './usage.ts';

/** `seedmark export PATHS --to FORMAT`: the annotations of seeds for other tools, on standard output or in a file. */
export async function exportFiles(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse({
    args: [...argv],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      output: { type: 'string', short: 'o' },
      all: { type: 'boolean', default: false },
      bom: { type: 'boolean', default: false },
      'stdin-filename': { type: 'string' },
      'no-color': { type: 'boolean', default: false },
    },
  });
  const ids = FORMATS.map(({ id }) => id);
  if (values.to === undefined) throw new UsageError(`Say with --to in which format: ${ids.join(' or ')}.`);
  const id = oneOf('--to', values.to, ids);
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

interface Output {
  readonly name: string;
  /** Where a link to it leads. */
  readonly target: string;
  readonly file: OutputFile;
}

/** The file to write, begun; undefined for standard output. */
async function outputOf(path: string | undefined, workspace: Workspace): Promise<Output | undefined> {
  if (path === undefined || path === '-') return undefined;
  const target = await realPath(path);
  const isOurs = (file: string) => kindOf(uriOfPath(file)) !== 'seed' || workspace.isSeed(uriOfPath(file));
  if (isOurs(resolve(path)) || isOurs(target))
    throw new UsageError(
      `${path} is, or would be, a file of the project itself: a seed, or one that belongs to seeds. Name another file.`,
    );
  await removeLeftovers(path, new Set());
  const file = await openOutput(path);
  if (typeof file === 'string') throw new UsageError(`${path}: ${file}`);
  return { name: path, target, file };
}

/** The path of a file behind links; of one that is not there its own. */
function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Undefined where there is nothing to hand over: the files that belong to seeds. */
async function readInput({ uri, kind, content }: Input, { ports, workspace }: Inputs): Promise<SeedRead | undefined> {
  if (kind === 'sidecar') {
    const seed = fileURLToPath(seedOf(uri));
    if (existsSync(seed)) return undefined;
    return { uri, reason: `its seed, ${nameOf(seed)}, is not there. Bring it back, or remove this file.` };
  }
  if (kind !== 'seed') return undefined;
  const sidecarUri = sidecarOf(uri);
  const [sidecar] = await ports.files.readMany([sidecarUri]);
  if (sidecar === undefined && existsSync(fileURLToPath(sidecarUri)))
    return { uri: sidecarUri, reason: 'it cannot be read' };
  return workspace.readSeed(uri, { seed: content, sidecar });
}

function damageText(sidecarUri: string, { problem, lines }: SidecarDamage): [name: string, reason: string] {
  const { line, character } = lines.positionAt(problem.span.start);
  return [`${nameOf(fileURLToPath(sidecarUri))}:${line + 1}:${character + 1}`, `it is damaged. ${problem.message}`];
}

function summary({ seeds, annotations, unplaced }: ExportCounts): string {
  const without = unplaced === 0 ? '' : ` (${unplaced} without a place)`;
  return `${counted(annotations, 'annotation')}${without} of ${counted(seeds, 'seed')}`;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
