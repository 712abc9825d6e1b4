import type { Log, Workers } from '../../ports.ts';
import type { SeedReader } from './jobs.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Seeds read by a thread of their own, so that whoever types waits for nothing. What it was asked fails when it ends. */
export function threadReader(workers: Workers, log: Log): SeedReader {
  const asked = new Map<number, Asked>();
  let last = 0;
  let closed: Error | undefined;
  const end = (reason: string) => {
    closed = new Error(`The thread that reads seeds ended: ${reason}`);
    for (const { reject } of asked.values()) reject(closed);
    asked.clear();
  };
  const worker = workers.start((message) => heard(message as FromThread), end);

  function heard(message: FromThread): void {
    if (message.kind === 'log') {
      log[message.level](message.message);
      return;
    }
    const waiting = asked.get(message.id);
    asked.delete(message.id);
    if (message.kind === 'failed') waiting?.reject(new Error(message.reason));
    else waiting?.resolve((message.kind === 'read' ? message.result : message.stamps) as never);
  }

  function ask<T>(make: (id: number) => ToThread): Promise<T> {
    if (closed !== undefined) return Promise.reject(closed);
    const id = ++last;
    return new Promise<T>((resolve, reject) => {
      asked.set(id, { resolve, reject });
      worker.post(make(id));
    });
  }

  return {
    setKnowledge(files) {
      if (closed === undefined) worker.post({ kind: 'knowledge', files } satisfies ToThread);
    },
    read: (job) => ask((id) => ({ kind: 'read', id, job })),
    stamps: (uris) => ask((id) => ({ kind: 'stamps', id, uris })),
    close() {
      end('it is not needed any more');
      worker.stop();
    },
  };
}
