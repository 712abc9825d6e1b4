import { MODEL_FILE, readModelStepwise } from '../../names/model/format.ts';
import { NameRecognizer } from '../../names/model/recognizer.ts';
import type { Ports, Stamps } from '../../ports.ts';
import { KnowledgeBase } from '../knowledge.ts';
import { OriginTexts } from '../origins.ts';
import { seedStamps } from './jobs.ts';
import { readSeeds } from './local-reader.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

/** What such a thread needs of the world. Earlier texts are looked for in memory only: git is the main thread's. */
export type ThreadPorts = Pick<Ports, 'files' | 'models' | 'blobs' | 'clock' | 'log'> & {
  readonly stamps: Stamps;
};

/** The other side of `thread-reader.ts`: answers one question after another. */
export function serveReader(ports: ThreadPorts, say: (message: FromThread) => void): (message: ToThread) => void {
  const base = new KnowledgeBase();
  let recognizer: Promise<NameRecognizer | undefined> | undefined;
  let work: Promise<void> = Promise.resolve();
  const context = {
    files: ports.files,
    knowledgeOf: (uri: string) => base.for(uri),
    recognizer: () => {
      recognizer ??= readRecognizer(ports);
      return recognizer;
    },
    origins: new OriginTexts(ports.blobs),
    today: () => ports.clock.today(),
    run: async <T>(steps: Generator<void, T>) => finish(steps),
  };
  return (message) => {
    work = work.then(async () => {
      if (message.kind === 'knowledge') {
        base.setFiles(message.files);
        return;
      }
      const { id } = message;
      try {
        if (message.kind === 'stamps') say({ kind: 'stamps', id, stamps: seedStamps(ports.stamps, message.uris) });
        else say({ kind: 'read', id, result: await readSeeds(message.job, context) });
      } catch (error) {
        say({ kind: 'failed', id, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    });
  };
}

/** Runs steps to their end in one go. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

async function readRecognizer({ models, log }: ThreadPorts): Promise<NameRecognizer | undefined> {
  const bytes = await models.bytes(MODEL_FILE);
  if (bytes !== undefined) return new NameRecognizer(finish(readModelStepwise(bytes)));
  log.warn('The model of names was not found: the index holds names of your facts and of lists only.');
  return undefined;
}
