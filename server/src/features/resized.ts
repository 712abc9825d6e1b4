import type { Range, Resized } from '../protocol.ts';
import { isWordToken, tokenize } from '../text/tokens.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { locate, rangeIn } from './locate.ts';

/** A passage of one paragraph with a word more or less at either end. */
export function resized(snapshot: SeedSnapshot, range: Range): Resized {
  const { version } = snapshot;
  const [place, end] = [locate(snapshot, range.start), locate(snapshot, range.end)];
  if (place === undefined || end === undefined || place.section !== end.section) return { version };
  const { section, line } = place;
  const words = tokenize(section.segment.text).filter(isWordToken);
  const first = words.findIndex((word) => word.end > place.offset);
  const last = words.findLastIndex((word) => word.start < end.offset);
  if (first === -1 || last < first) return { version };
  const span = (from: number, to: number): Range | undefined => {
    const [start, stop] = [words[from]?.start, words[to]?.end];
    if (start === undefined || stop === undefined || from > to) return undefined;
    // An edge that does not move stays where it is, be it inside of a word.
    return rangeIn(section, line, {
      start: from === first ? place.offset : start,
      end: to === last ? end.offset : stop,
    });
  };
  const [wider, widerInFront] = [span(first, last + 1), span(first - 1, last)];
  const [narrower, narrowerInFront] = [span(first, last - 1), span(first + 1, last)];
  return {
    version,
    ...(wider === undefined ? {} : { wider }),
    ...(widerInFront === undefined ? {} : { widerInFront }),
    ...(narrower === undefined ? {} : { narrower }),
    ...(narrowerInFront === undefined ? {} : { narrowerInFront }),
  };
}
