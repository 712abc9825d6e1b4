import type { Workers } from '../ports.ts';

/** Where there are no threads to be had. */
export const noWorkers: Workers = {
  most: 0,
  start() {
    throw new Error('There are no threads here.');
  },
};
