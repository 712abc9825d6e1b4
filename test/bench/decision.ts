import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { completed } from '../../client/src/keptParts.ts';
import { tagEdit } from '../../server/src/edits/annotations.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import {
  changedNotification,
  type EditResult,
  type Overview,
  overviewRequest,
  removeRequest,
  tagRequest,
} from '../../server/src/protocol.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import type { Span } from '../../server/src/text/span.ts';
import { ROOT, world } from '../support/world.ts';

const SEED = `${ROOT}seeds/a.txt`;
const SIDECAR = `${SEED}.annotations.yaml`;

/** Lines of the seed that an editor shows, for which it asks hints. */
const SCREEN = 60;

/** Called with the name of each step of a decision and the milliseconds from asking to answer. */
export type Step = (name: string, milliseconds: number) => void;

/**
 * An editor with one annotated seed in it, and our server behind a stream, in one process: what our client, VS Code and the
 * server say to each other when somebody decides on a passage.
 */
export interface DecidingEditor {
  /** Annotates a passage and takes it back: two decisions. */
  decide(step?: Step): Promise<void>;
  annotations(): number;
  stop(): void;
}

export async function openEditor(
  text: string,
  count: number,
  { model }: { readonly model?: Uint8Array | undefined } = {},
): Promise<DecidingEditor> {
  const lines = TextLines.from(text);
  const words = wordsOf(text);
  const [taken, free] = parted(words, count);
  const w = world({ 'seeds/a.txt': text }, { model });
  const textId = await w.blobs.idOf(text, false);
  let sidecar = TextLines.from(sidecarWith(text, textId, taken));
  w.disk.set(SIDECAR, sidecar.toString());

  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(ProposedFeatures.all, up, down);
  startServer(connection, () => w, { version: 'test', build: 'test' });
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const heard = listener(client);
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: ROOT,
    workspaceFolders: [{ uri: ROOT, name: 'w' }],
    capabilities: {
      textDocument: { diagnostic: {}, inlayHint: { resolveSupport: { properties: ['tooltip'] } } },
      workspace: {},
    },
    initializationOptions: { files: true },
  });
  await client.sendNotification('initialized', {});
  const opening = heard.next();
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: SEED, languageId: 'seed', version: 1, text },
  });
  await opening;
  let version = 1;
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: SIDECAR, languageId: 'yaml', version, text: sidecar.toString() },
  });

  let tokens: string | undefined;
  let findings: string | undefined;
  let last: Overview | undefined;
  async function refresh(step: Step): Promise<void> {
    const textDocument = { uri: SEED };
    const full = { textDocument };
    await timed('overview', step, async () => {
      const known = last?.id ?? '';
      last = completed(await client.sendRequest<Overview>(overviewRequest, { uri: SEED, known }), last);
    });
    await timed('tokens', step, async () => {
      const method = `textDocument/semanticTokens/full${tokens === undefined ? '' : '/delta'}`;
      const answer = await client.sendRequest<{ resultId: string }>(method, { ...full, previousResultId: tokens });
      tokens = answer.resultId;
    });
    await timed('findings', step, async () => {
      const answer = await client.sendRequest<{ resultId: string }>('textDocument/diagnostic', {
        ...full,
        previousResultId: findings,
      });
      findings = answer.resultId;
    });
    await timed('hints', step, async () => {
      const range = { start: { line: 0, character: 0 }, end: { line: SCREEN, character: 0 } };
      await client.sendRequest('textDocument/inlayHint', { ...full, range });
    });
  }

  /** What our client does with an edit of the sidecar: applies it to the document that it holds, saves, hears, asks again. */
  async function take(result: EditResult, step: Step): Promise<void> {
    if ('problem' in result) throw new Error(result.problem);
    // From the last to the first, as VS Code says them: each in the text before it.
    const edits = [...(result.files[0]?.edits ?? [])].reverse();
    const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }));
    for (const { range, newText } of edits)
      sidecar = sidecar.change(range.start, range.end, newText, { joined: true }).lines;
    await timed('change', step, async () => {
      const changed = heard.next();
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri: SIDECAR, version: ++version },
        contentChanges,
      });
      w.disk.set(SIDECAR, sidecar.toString());
      await client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: SIDECAR, type: 2 }] });
      await changed;
    });
    await refresh(step);
  }

  await refresh(() => undefined);
  let next = 0;
  return {
    async decide(step = () => undefined) {
      const [start, end] = free[next++ % free.length] ?? [0, 0];
      const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
      const before = new Set(last?.annotations.map(({ id }) => id));
      let result = await timed('tag', step, () =>
        client.sendRequest<EditResult>(tagRequest, {
          uri: SEED,
          ranges: [range],
          type: 'organization',
          by: 'Ann',
          version: 1,
        }),
      );
      await take(result, step);
      const added = last?.annotations.find(({ id }) => !before.has(id));
      if (added === undefined || last?.annotations.length !== before.size + 1) throw new Error('nothing was annotated');
      result = await timed('remove', step, () =>
        client.sendRequest<EditResult>(removeRequest, { uri: SEED, ids: [added.id] }),
      );
      await take(result, step);
      if (last?.annotations.length !== before.size) throw new Error('nothing was removed');
    },
    annotations: () => last?.annotations.length ?? 0,
    stop() {
      client.dispose();
      connection.dispose();
    },
  };
}

async function timed<R>(name: string, step: Step, work: () => Promise<R>): Promise<R> {
  const start = performance.now();
  const result = await work();
  step(name, performance.now() - start);
  return result;
}

/** Waits for the server to say that its answers may differ now. */
function listener(client: MessageConnection): { next(): Promise<void> } {
  let waiting: (() => void) | undefined;
  client.onNotification(changedNotification, () => waiting?.());
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
  };
}

/** The words of a text with three letters or more. */
function wordsOf(text: string): [number, number][] {
  return [...text.matchAll(/\p{L}{3,}/gu)].map(({ index, 0: word }) => [index, index + word.length]);
}

/** Some words of a text, spread over it, and the others. */
function parted(words: readonly [number, number][], count: number): [[number, number][], [number, number][]] {
  const chosen = new Set(Array.from({ length: count }, (_, index) => Math.floor((index * words.length) / count)));
  const free = words.filter((_, index) => !chosen.has(index));
  // Here and there, as people decide, the same ones in every run.
  const mixed = free.map((_, index) => free[(index * 7919) % free.length] as [number, number]);
  return [words.filter((_, index) => chosen.has(index)), mixed];
}

/** A sidecar as our commands write it. */
function sidecarWith(text: string, textId: string, words: readonly [number, number][]): string {
  const targets = words.map(([start, end]): Span[] => [{ start, end }]);
  const ids = words.map((_, index) => `k${(index + 46_656).toString(36)}aaaa`);
  const result = tagEdit({
    ...{ text, textId, sidecar: undefined, targets, type: 'organization', by: 'Ann', today: '2021-07-06', ids },
  });
  if ('problem' in result) throw new Error(result.problem);
  return applyEdits('', result.edits);
}
