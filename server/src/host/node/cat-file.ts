import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

export interface Limits {
  /** Milliseconds after which a program that says nothing is taken for one that hangs. */
  readonly answerWithin: number;
  /** Milliseconds without a question after which it is ended. */
  readonly idleFor: number;
  /** Larger blobs are no texts. */
  readonly mostBytes: number;
}

interface Options extends Limits {
  /** It takes no more questions; `reason`, a sentence, where it failed. */
  readonly ended: (reason: string | undefined) => void;
}

/** An answer's first line is an id, a kind and a size. */
const MOST_HEAD = 200;
const MOST_COMPLAINT = 500;
const LF = 10;

/** `git cat-file --batch` in a repository: ids in, blobs out, in the same order. It never keeps our own process alive. */
export class CatFile {
  private readonly child: ChildProcessWithoutNullStreams | undefined;
  private readonly options: Options;
  private readonly waiting: { readonly id: string; readonly answer: (bytes: Buffer | undefined) => void }[] = [];
  private timer: NodeJS.Timeout | undefined;
  private over = false;
  private head = '';
  /** The blob that is being read: its bytes as far as they came, none if nobody wants them. */
  private body: { left: number; readonly parts: Buffer[] | undefined } | undefined;
  private complaint = '';

  constructor(program: string, folder: string, env: NodeJS.ProcessEnv, options: Options) {
    this.options = options;
    try {
      this.child = spawn(program, ['--no-replace-objects', '--literal-pathspecs', 'cat-file', '--batch'], {
        cwd: folder,
        env: environment(env),
        shell: false,
        windowsHide: true,
        stdio: ['pipe', 'pipe', 'pipe'],
      });
    } catch (error) {
      queueMicrotask(() => this.fail(reasonOf(error)));
      return;
    }
    const { child } = this;
    child.on('error', (error) => this.fail(reasonOf(error)));
    child.on('close', (status, signal) => this.fail(this.complaint.trim() || `git ended with ${signal ?? status}.`));
    child.stdout.on('data', (chunk: Buffer) => this.take(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      if (this.complaint.length < MOST_COMPLAINT) this.complaint += chunk.toString('utf8').slice(0, MOST_COMPLAINT);
    });
    // That the pipe broke is told by the end of the program, with the reason.
    child.stdin.on('error', () => undefined);
    child.unref();
    for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as Partial<Socket>).unref?.();
  }

  get busy(): boolean {
    return this.waiting.length > 0;
  }

  /** The bytes of a blob; undefined where there is none, or it is too large. The id is one of 40 or 64 hex digits. */
  read(id: string): Promise<Buffer | undefined> {
    if (this.over) return Promise.resolve(undefined);
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id)) return Promise.resolve(undefined);
    return new Promise((answer) => {
      this.waiting.push({ id, answer });
      this.watch();
      this.child?.stdin.write(`${id}\n`);
    });
  }

  /** Ends the program; it was not asked for a while. */
  end(): void {
    this.close(undefined);
    this.child?.stdin.end();
  }

  private fail(reason: string): void {
    if (this.over) return;
    this.close(`${reason.split('\n')[0]}`);
    this.child?.kill('SIGKILL');
  }

  private close(reason: string | undefined): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.timer);
    for (const { answer } of this.waiting.splice(0)) answer(undefined);
    this.options.ended(reason);
  }

  /** Begins to wait: for an answer, which alone keeps our process alive, or for the next question. */
  private watch(): void {
    const { answerWithin, idleFor } = this.options;
    clearTimeout(this.timer);
    if (this.over) return;
    if (!this.busy) {
      this.timer = setTimeout(() => this.end(), idleFor).unref();
      return;
    }
    const timer = setTimeout(() => {
      // It may be us who were busy: what came in the meantime is read before it counts as late.
      setImmediate(() => {
        if (this.timer === timer) this.fail(`git did not answer within ${answerWithin / 1000} s.`);
      });
    }, answerWithin);
    this.timer = timer;
  }

  private take(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0 && !this.over) rest = this.body === undefined ? this.takeHead(rest) : this.takeBody(rest);
    this.watch();
  }

  private takeHead(chunk: Buffer): Buffer {
    const end = chunk.indexOf(LF);
    this.head += chunk.toString('latin1', 0, end === -1 ? Math.min(chunk.length, MOST_HEAD) : end);
    if (end === -1 && this.head.length < MOST_HEAD) return chunk.subarray(chunk.length);
    const { head } = this;
    this.head = '';
    const id = this.waiting[0]?.id;
    const [, found, kind, size] = /^([0-9a-f]+) (blob|tree|commit|tag) (\d+)$/.exec(head) ?? [];
    if (id !== undefined && found !== undefined && Number.isSafeInteger(Number(size))) {
      const wanted = kind === 'blob' && found === id && Number(size) <= this.options.mostBytes;
      // A line end stands behind the bytes.
      this.body = { left: Number(size) + 1, parts: wanted ? [] : undefined };
    } else if (head === `${id} missing` || head === `${id} ambiguous`) this.answer(undefined);
    else this.fail('git answered in a way that is not known.');
    return chunk.subarray(end === -1 ? chunk.length : end + 1);
  }

  private takeBody(chunk: Buffer): Buffer {
    const { body } = this;
    if (body === undefined) return chunk;
    const piece = chunk.subarray(0, body.left);
    body.parts?.push(piece);
    body.left -= piece.length;
    if (body.left === 0) {
      this.body = undefined;
      this.answer(body.parts && Buffer.concat(body.parts).subarray(0, -1));
    }
    return chunk.subarray(piece.length);
  }

  private answer(bytes: Buffer | undefined): void {
    this.waiting.shift()?.answer(bytes);
  }
}

/** Variables of git that say where its programs' own configuration lies, and nothing of a repository. */
const KEPT = new Set(['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'GIT_CEILING_DIRECTORIES']);

/** What git is told: nothing of the repository whose hook we may be, no network, no question, no lock. */
function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([key]) => !/^GIT_/i.test(key) || KEPT.has(key.toUpperCase()));
  return {
    ...Object.fromEntries(kept),
    GIT_NO_LAZY_FETCH: '1',
    // Versions before 2.45 do not know it; this list, of no protocol, keeps them from fetching, too.
    GIT_ALLOW_PROTOCOL: ':',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // Complaints go into the log, where one language is searched for.
    LC_ALL: 'C',
  };
}

function reasonOf(error: unknown): string {
  return `git could not be started: ${error instanceof Error ? error.message : String(error)}`;
}
