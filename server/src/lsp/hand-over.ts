import { type CancellationToken, type Connection, RequestType } from 'vscode-languageserver';
import { exportSeeds, readSeeds } from '../exchange/export.ts';
import { quotationOf } from '../exchange/quotation.ts';
import { FORMATS } from '../formats/formats.ts';
import { QUOTATION_FORMATS } from '../formats/quotations/quotations.ts';
import type { ExchangeFormat } from '../formats/types.ts';
import type { Ports } from '../ports.ts';
import {
  type ExportParams,
  type ExportResult,
  exportRequest,
  type Formats,
  formatsRequest,
  type QuotationParams,
  type QuotationResult,
  quotationRequest,
} from '../protocol.ts';
import { decoded } from '../workspace/kinds.ts';
import { pathBelow } from '../workspace/knowledge.ts';
import type { SeedRead } from '../workspace/stored-seed.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answered, cancelled, type GuardContext, guarded, isRange } from './guard.ts';
import { normalizeUri } from './uri.ts';

/** Progress is told at most so often: ten times a second is as often as anybody can read. */
export const BETWEEN_REPORTS = 100;

/** Answers what the commands ask that hand over: annotations in formats of other tools, and quotations. */
export function registerHandOver(connection: Connection, context: GuardContext, ports: Ports): void {
  const { workspace } = context;

  connection.onRequest(
    new RequestType<object, Formats, void>(formatsRequest),
    answered(context, formatsRequest, { exports: [], quotations: [] }, () => FORMAT_CHOICES),
  );
  connection.onRequest(
    new RequestType<QuotationParams, QuotationResult, void>(quotationRequest),
    guarded(context, quotationRequest, notOpen, (snapshot, { ranges, format }) => {
      const form = QUOTATION_FORMATS.find(({ id }) => id === format);
      if (form === undefined) return unknownFormat(format, QUOTATION_FORMATS);
      if (snapshot.kind !== 'seed' || !Array.isArray(ranges)) return notOpen;
      const quotation = quotationOf(snapshot, ranges.filter(isRange), pathOf(workspace, snapshot.uri));
      if (quotation === undefined) return nothingToQuote;
      const passages = quotation.passages.map(({ paragraphs }) => paragraphs.join(' '));
      return { text: form.write(quotation), passages };
    }),
  );
  connection.onRequest(
    new RequestType<ExportParams & { readonly workDoneToken?: string | number }, ExportResult, void>(exportRequest),
    answered(context, exportRequest, failed, (params, token) => {
      const format = FORMATS.find(({ id }) => id === params.format);
      if (format === undefined) return unknownFormat(params.format, FORMATS);
      const { workDoneToken } = params;
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      progress.begin('Exporting annotations', 0, undefined, true);
      let next = ports.clock.now() + BETWEEN_REPORTS;
      const seen = (done: number, all: number) => {
        if (workDoneToken === undefined || ports.clock.now() < next) return;
        next = ports.clock.now() + BETWEEN_REPORTS;
        progress.report(Math.floor((100 * done) / all), `${done} of ${all}`);
      };
      return exportTo(workspace, ports, format, params, token, seen).finally(() => progress.done());
    }),
  );
}

const FORMAT_CHOICES: Formats = {
  exports: FORMATS.map(({ id, label, description, extension, takesMark }) => ({
    id,
    label,
    description,
    extension,
    takesMark,
  })),
  quotations: QUOTATION_FORMATS.map(({ id, label, description }) => ({ id, label, description })),
};

const failed: ExportResult = {
  problem: 'Nothing was exported: the request failed. The log says more (Seedmark: Show Log).',
};

const notOpen: QuotationResult = {
  problem:
    'Nothing was quoted: this document is not open as a seed, or the request failed. The log says more (Seedmark: Show Log).',
};

const nothingToQuote: QuotationResult = {
  problem:
    'There is no sentence at the cursor. Select the words to quote, or put the cursor into a sentence of the text.',
};

function unknownFormat(format: unknown, known: readonly { readonly id: string }[]): { readonly problem: string } {
  return { problem: `There is no format “${String(format)}”. There are ${known.map(({ id }) => id).join(', ')}.` };
}

async function exportTo(
  workspace: Workspace,
  ports: Ports,
  format: ExchangeFormat,
  { uri, rejected, mark }: ExportParams,
  token: CancellationToken,
  seen: (done: number, all: number) => void,
): Promise<ExportResult> {
  const uris = typeof uri === 'string' ? [normalizeUri(uri)] : await workspace.annotatedSeeds();
  const failures: { uri: string; problem: string }[] = [];
  async function* seeds(): AsyncGenerator<SeedRead> {
    for await (const read of readSeeds(uris, workspace, ports, token, (done) => seen(done, uris.length))) {
      failures.push(...failuresOf(workspace, read));
      yield read;
    }
  }
  const pieces: string[] = [];
  const options = { rejected: rejected === true, mark: mark === true };
  const request = { format, options, pathOf: (seed: string) => pathOf(workspace, seed) };
  const counts = await exportSeeds(seeds(), request, (piece) => void pieces.push(piece));
  if (token.isCancellationRequested) throw cancelled();
  return { content: pieces.join(''), ...counts, failures };
}

function failuresOf(workspace: Workspace, read: SeedRead): { uri: string; problem: string }[] {
  if ('reason' in read) return [{ uri: read.uri, problem: `${pathOf(workspace, read.uri)}: ${read.reason}.` }];
  if (read.damage === undefined) return [];
  const { sidecarUri } = read.snapshot;
  const { problem, lines } = read.damage;
  const line = lines.positionAt(problem.span.start).line + 1;
  return [{ uri: sidecarUri, problem: `${pathOf(workspace, sidecarUri)}, line ${line}: ${problem.message}` }];
}

/** From the workspace folder on; with several the folder's name goes first. Of a file elsewhere its name. */
export function pathOf(workspace: Workspace, uri: string): string {
  const folder = workspace.folderOf(uri);
  const path = folder === undefined ? undefined : pathBelow(uri, folder);
  if (folder === undefined || path === undefined) return decoded(uri.replace(/^.*[/:]/s, ''));
  return workspace.folderCount < 2 ? path : `${decoded(folder.replace(/\/$/, '').replace(/^.*\//, ''))}/${path}`;
}
