import type { Block } from '../../seed/types.ts';

/** Whether what a block names counts: the title and the text do, other metadata are no sentences. */
export function isRead({ field }: Block): boolean {
  return field === undefined || field === 'title';
}
