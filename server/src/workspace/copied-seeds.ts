import type { Problem } from '../text/problem.ts';
import { shorten } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import type { Copy } from './copies.ts';
import { decoded } from './kinds.ts';
import type { SeedSnapshot } from './snapshot.ts';

/** Other seeds that are named in one finding. */
const MOST = 5;

/** A finding that points at other files. */
export interface CopyProblem {
  readonly problem: Problem;
  /** `undefined`: the span is one of the body. */
  readonly part: 'header' | 'footer' | undefined;
  readonly others: readonly { readonly uri: string; readonly message: string }[];
}

/**
 * Other seeds that hold the same text as this one, or most of it: the report of an agency in two papers, a file that was saved
 * twice. What is stored counts, so that typing costs nothing.
 */
export function copiedSeeds(snapshot: SeedSnapshot): CopyProblem[] {
  const copies = snapshot.corpus.copiesOf(snapshot.uri);
  if (copies.length === 0) return [];
  const place = placeIn(snapshot);
  const same = copies.filter((copy) => copy.similarity === 1);
  const near = copies.filter((copy) => copy.similarity < 1);
  const problems: CopyProblem[] = [];
  const add = (code: string, message: string, found: readonly Copy[]) => {
    const others = found.slice(0, MOST).map((copy) => ({ uri: copy.uri, message: nameOf(copy) }));
    problems.push({ problem: { code, span: place.span, message }, part: place.part, others });
  };
  const [first] = same;
  if (first !== undefined)
    add(
      'duplicate-seed',
      `The text of this seed is byte for byte that of ${listed(first, same.length)}. Remove one, or accept this finding if both are sources of their own.`,
      same,
    );
  const [likest] = near;
  if (likest !== undefined)
    add(
      'near-duplicate-seed',
      `About ${Math.round(likest.similarity * 100)} % of the text of this seed also stands in ${listed(likest, near.length)}. Whoever counts mentions counts them twice.`,
      near,
    );
  return problems;
}

function listed(first: Copy, count: number): string {
  return count === 1 ? nameOf(first) : `${nameOf(first)} and ${count - 1} more`;
}

function nameOf({ uri, title, published }: Copy): string {
  const name = title === undefined ? decoded(uri.slice(uri.lastIndexOf('/') + 1)) : `“${shorten(title, 80)}”`;
  return published === undefined ? name : `${name}, published ${published}`;
}

/** The title, or the first line where there is none. */
function placeIn(snapshot: SeedSnapshot): { readonly span: Span; readonly part: CopyProblem['part'] } {
  const title = snapshot.metadata.first('title');
  if (title !== undefined && title.field.valueSpan.end > title.field.valueSpan.start)
    return { span: title.field.valueSpan, part: title.part };
  const { lines } = snapshot;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.offsetOfLine(line);
    const length = lines.line(line).trimEnd().length;
    if (length > 0) return { span: { start, end: start + length }, part: undefined };
  }
  return { span: { start: 0, end: 0 }, part: undefined };
}
