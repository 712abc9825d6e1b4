import { readDate } from '../times/metadata-date.ts';

/** The day that a file's name begins with or holds, as in `2021-07-05-review.txt` or `skynews_20210705.txt`. */
export function dateInName(uri: string): string | undefined {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const match = /(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)/.exec(name);
  if (match === null) return undefined;
  const [, year, , month, day] = match;
  const read = readDate(`${year}-${month}-${day}`);
  return 'value' in read ? read.value : undefined;
}
