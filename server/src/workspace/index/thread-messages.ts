import type { KnowledgeFiles, ReadJob, ReadResult, Stamp } from './jobs.ts';

/** What is said to a thread that reads seeds. */
export type ToThread =
  | { readonly kind: 'knowledge'; readonly files: KnowledgeFiles }
  | { readonly kind: 'read'; readonly id: number; readonly job: ReadJob }
  | { readonly kind: 'stamps'; readonly id: number; readonly uris: readonly string[] };

/** What it says. */
export type FromThread =
  | { readonly kind: 'read'; readonly id: number; readonly result: ReadResult }
  | { readonly kind: 'stamps'; readonly id: number; readonly stamps: readonly (Stamp | undefined)[] }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly message: string };
