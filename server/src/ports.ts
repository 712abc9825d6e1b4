/** What the world must provide to the core. Types only; `host/` implements them. */

/** Files by URI. URIs are strings in the one spelling that `lsp/uri.ts` makes; no path is ever taken apart here. */
export interface Files {
  /**
   * The contents of files, in the order asked; undefined for one that is missing or unreadable. One call for many
   * files, since single reads through an editor cost ten times as much.
   */
  readMany(uris: readonly string[]): Promise<readonly (FileContent | undefined)[]>;
  /** URIs of the files below `folder` whose path relative to it matches one of the globs. */
  list(folder: string, globs: readonly string[]): Promise<readonly string[]>;
}

export interface FileContent {
  /** The text without a byte order mark. */
  readonly text: string;
  /** The file begins with a UTF-8 byte order mark. */
  readonly bom: boolean;
  /** The bytes are valid UTF-8; otherwise `text` holds U+FFFD where they are not. */
  readonly utf8: boolean;
  /** What the file system said just before they were read, where it was asked. */
  readonly stamp?: FileStamp | undefined;
}

export interface Blobs {
  /** The git blob id (40 hex digits) of a text saved as UTF-8, with a byte order mark or without. */
  idOf(text: string, bom: boolean): Promise<string>;
  /**
   * The texts that have these blob ids, without byte order marks, as far as they are at hand: kept before, or in the git
   * repository that holds the file `uri`. Never fetches anything, and never fails: an id that leads nowhere is left out.
   */
  textsOf(ids: readonly string[], uri: string): Promise<ReadonlyMap<string, string>>;
  /** Keeps a text from which positions were taken, so that it is at hand when its file has changed. */
  keep(id: string, text: string): void;
}

export interface Clock {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Today's date as `YYYY-MM-DD`, local time. */
  today(): string;
  /** Let other work run. */
  yield(): Promise<void>;
  /** Runs `work` once, `milliseconds` from now. */
  later(milliseconds: number, work: () => void): void;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface Random {
  /** `length` random bytes. */
  bytes(length: number): Uint8Array;
}

export interface Models {
  /** The bytes of a file of ours that the program reads; undefined where it is not there. */
  bytes(name: string): Promise<Uint8Array | undefined>;
}

/** What the file system says of a file: milliseconds of its last change, and bytes. */
export interface FileStamp {
  readonly time: number;
  readonly size: number;
}

/**
 * What the file system says of files, asked at once, for a thread that nobody waits for; undefined of what is not there or
 * cannot be asked for, and `time` NaN of what changed so lately that it may change again without another time.
 */
export type Stamps = (uris: readonly string[]) => readonly (FileStamp | undefined)[];

/** What is worth keeping between two starts, and can be made anew: a text (without lone surrogates) and numbers. */
export interface CacheFile {
  readonly text: string;
  readonly numbers: Int32Array;
}

export interface Cache {
  /** Undefined where nothing was kept, or nothing can be. What comes back may be damaged. */
  read(name: string): Promise<CacheFile | undefined>;
  /** Never fails: what cannot be kept is not kept. */
  write(name: string, file: CacheFile): Promise<void>;
}

/** Threads of this program that read seeds while this one answers; see `workspace/index/thread.ts`. */
export interface Workers {
  /** How many are of use here; 0 where none can be had. */
  readonly most: number;
  /**
   * Starts one. What is posted either way is plain data.
   *
   * @param ended called once when it ended by itself.
   */
  start(heard: (message: unknown) => void, ended: (reason: string) => void): Worker;
}

export interface Worker {
  post(message: unknown): void;
  stop(): void;
}

export interface Ports {
  readonly files: Files;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly models: Models;
  readonly cache: Cache;
  readonly workers: Workers;
}

/** Looked at by long loops: whether the asker still wants the answer. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}
