import type { Cache } from '../ports.ts';

/** Where nothing is kept. */
export const noCache: Cache = { read: async () => undefined, write: async () => undefined };
