/**
 * How many insertions, deletions, replacements and swaps of neighbours turn `a` into `b` (optimal string alignment, on
 * code units, case as given), or `limit + 1` as soon as it is more than `limit`. Costs length × limit.
 */
export function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (limit < 0) return limit + 1;
  if (a.length > b.length) return distance(b, a, limit);
  if (b.length - a.length > limit) return limit + 1;
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let cut = 0;
  while (cut < a.length - start && a.charCodeAt(a.length - 1 - cut) === b.charCodeAt(b.length - 1 - cut)) cut++;
  const n = a.length - start - cut;
  const m = b.length - start - cut;
  if (n === 0) return m <= limit ? m : limit + 1;
  return banded(a, b, start, n, m, Math.min(limit, m)) ?? limit + 1;
}

/** Three rows of the table, and of each only the band in which a result within the limit can lie. */
function banded(a: string, b: string, start: number, n: number, m: number, limit: number): number | undefined {
  const over = limit + 1;
  let before = new Int32Array(m + 1);
  let previous = new Int32Array(m + 1);
  let row = new Int32Array(m + 1);
  for (let j = 0; j <= m; j++) previous[j] = Math.min(j, over);
  let bestBefore = 0;
  for (let i = 1; i <= n; i++) {
    const low = Math.max(1, i - limit);
    const high = Math.min(m, i + limit);
    row[low - 1] = low === 1 ? Math.min(i, over) : over;
    let best = row[low - 1] as number;
    const x = a.charCodeAt(start + i - 1);
    for (let j = low; j <= high; j++) {
      const y = b.charCodeAt(start + j - 1);
      let cost = (previous[j - 1] as number) + (x === y ? 0 : 1);
      // The cell above the band's upper edge was never written in the row before.
      if (j < i + limit) cost = Math.min(cost, (previous[j] as number) + 1);
      cost = Math.min(cost, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && x === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === y)
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row[j] = Math.min(cost, over);
      if (cost < best) best = cost;
    }
    // A swap reaches two rows back, so one row over the limit is no proof: the row before may still lead on.
    if (best > limit && bestBefore >= limit) return undefined;
    bestBefore = best;
    [before, previous, row] = [previous, row, before];
  }
  const result = previous[m] as number;
  return result > limit ? undefined : result;
}
