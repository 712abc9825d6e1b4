import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Models } from '../../ports.ts';

/** The files of this installation that lie in `server/data`, beside the folder of the bundle. */
export const installedModels: Models = {
  async bytes(name) {
    try {
      return await readFile(resolve(__dirname, '..', 'server', 'data', name));
    } catch (error) {
      // What is there and cannot be read is another thing, and said as such.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  },
};
