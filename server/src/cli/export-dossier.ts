import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DossierContext, dossierOf, factsOf, type Standing } from '../exchange/dossier.ts';
import { findName } from '../exchange/dossier-name.ts';
import { writeDossier } from '../formats/dossier.ts';
import type { NameRecognizer } from '../names/model/recognizer.ts';
import { encodePart } from '../text/address.ts';
import { Sequence } from '../text/sequence.ts';
import { flatLine } from '../text/shorten.ts';
import { wholeOf } from '../workspace/index/read-seed.ts';
import { packSeed } from '../workspace/index/record.ts';
import { IndexStore } from '../workspace/index/store.ts';
import { namedAtOnce } from '../workspace/recognize.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { damageText, isSystemError, outputOf, readInput, realPath } from './export-files.ts';
import { type Inputs, nameOf, readInputs } from './inputs.ts';
import { counted, printable, write } from './output.ts';
import { startProgress } from './progress.ts';
import { installedRecognizer } from './recognize.ts';
import { UsageError } from './usage.ts';

export interface DossierOptions {
  readonly entity?: string | undefined;
  readonly output?: string | undefined;
  readonly all?: boolean | undefined;
  readonly bom?: boolean | undefined;
  readonly 'stdin-filename'?: string | undefined;
}

const NEVER_CANCELLED = { isCancellationRequested: false };

/** `seedmark export PATHS --to dossier --entity ID`: all that facts and seeds say of something, as a Markdown document. */
export async function exportDossier(paths: readonly string[], options: DossierOptions): Promise<number> {
  const wanted = options.entity;
  if (wanted === undefined || wanted.trim() === '')
    throw new UsageError('Say with --entity of what: an id of the facts files, or a name.');
  if (options.all || options.bom)
    throw new UsageError(`${options.all ? '--all' : '--bom'} goes with annotations; a dossier has none of its own.`);
  const progress = startProgress(process.stderr, () => performance.now());
  process.once('exit', progress.clear);
  const inputs = await readInputs(paths, options['stdin-filename'], { index: false });
  const output = await outputOf(options.output, inputs.workspace);
  let failures = 0;
  const failed = (name: string, reason: string) => {
    failures++;
    progress.clear();
    process.stderr.write(`seedmark: ${printable(name)}: ${printable(reason)}\n`);
  };
  try {
    const { names, stdin } = await readNames(inputs, { output: output?.target, failed, show: progress.show });
    const { workspace } = inputs;
    const found = findName(wanted, workspace.ownKnowledge, names);
    progress.clear();
    if ('similar' in found) {
      const others = found.similar.length === 0 ? '' : ` Similar names: ${found.similar.join('; ')}.`;
      process.stderr.write(`seedmark: ${printable(`Nothing is known of “${wanted}” here.${others}`)}\n`);
      return 2;
    }
    const base = output === undefined ? process.cwd() : dirname(resolve(output.name));
    const context = contextOf(inputs, names, stdin, base);
    const dossier = await dossierOf(found.key, context, NEVER_CANCELLED);
    if (dossier === undefined) return 2;
    if (output === undefined) await write(process.stdout, writeDossier(dossier));
    else {
      await output.file.write(writeDossier(dossier));
      await output.file.finish();
      const said = `${counted(dossier.mentions, 'mention')} in ${counted(dossier.seeds, 'seed')}`;
      await write(process.stdout, `${said} written to ${printable(output.name)}\n`);
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

interface Reading {
  readonly output: string | undefined;
  failed(name: string, reason: string): void;
  show(done: number, all: number): void;
}

/** What is named in all inputs, and the text that came from standard input. */
async function readNames(
  inputs: Inputs,
  { output, failed, show }: Reading,
): Promise<{ readonly names: IndexStore; readonly stdin: string | undefined }> {
  const recognizer = await installedRecognizer();
  const names = new IndexStore();
  let stdin: string | undefined;
  let seen = 0;
  for await (const input of inputs.inputs) {
    if (output !== undefined && (await realPath(fileURLToPath(input.uri))) === output)
      throw new UsageError(`${input.name} is read here, so that nothing can be written over it. Name another file.`);
    if (input.kind === 'seed') show(seen++, inputs.seeds);
    const read = await readInput(input, inputs);
    if (read === undefined) continue;
    if ('reason' in read) {
      failed(nameOf(fileURLToPath(read.uri)), read.reason);
      continue;
    }
    if (read.damage !== undefined) failed(...damageText(read.snapshot.sidecarUri, read.damage));
    if (input.uri === inputs.stdinUri) stdin = input.content?.text;
    const snapshot = named(read.snapshot, recognizer);
    const data = wholeOf({ ...snapshot, sections: [...snapshot.sections], content: [0, 0] });
    names.set(input.uri, packSeed(data, names.strings));
  }
  return { names, stdin };
}

/** A seed whose names have been worked out. */
function named(snapshot: SeedSnapshot, recognizer: NameRecognizer | undefined): SeedSnapshot {
  const sections = namedAtOnce([...snapshot.sections], recognizer);
  for (const section of sections) section.workOut('names');
  return { ...snapshot, sections: Sequence.from(sections, ({ lineCount }) => lineCount) };
}

/** @param base The folder that links count from. */
function contextOf(
  { workspace, stdinUri }: Inputs,
  names: IndexStore,
  stdin: string | undefined,
  base: string,
): DossierContext {
  return {
    names,
    ...factsOf(workspace),
    trusted: true,
    mostSentences: Number.POSITIVE_INFINITY,
    async textsOf(places) {
      const texts = await workspace.sentenceTexts(places.filter(({ uri }) => uri !== stdinUri));
      return places.map((place) => (place.uri === stdinUri ? wordsOf(place, stdin ?? '') : texts.shift()));
    },
    pathOf: (uri) => nameOf(fileURLToPath(uri)).split(sep).join('/'),
    addressOf(uri, line) {
      const steps = relative(base, fileURLToPath(uri)).split(sep);
      return `${steps.map((step) => (step === '..' ? step : encodePart(step))).join('/')}#L${line + 1}`;
    },
    seen: () => undefined,
  };
}

function wordsOf({ sentence: { start, end } }: Standing, text: string): string {
  return flatLine(text.slice(start, end));
}
