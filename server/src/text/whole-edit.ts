import type { TextEdit } from './edit.ts';

/** The one edit that makes one text the other: all between what both begin and what both end with. */
export function wholeEdit(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end++;
  return [{ start, end: before.length - end, newText: after.slice(start, after.length - end) }];
}
