import type { KeptParts, Overview } from '../protocol.ts';

/** The overviews last sent, so that after a decision an editor hears what is another one than before, and not all. */
export class OverviewResults {
  private readonly byUri = new Map<string, Overview & { readonly id: string }>();
  private last = 0;

  /** @param known the id of the overview that the asker has; undefined for one who wants all of it and will not ask again. */
  answer(uri: string, overview: Overview, known: unknown): Overview {
    if (typeof known !== 'string') return overview;
    const before = this.byUri.get(uri);
    const now = { ...overview, id: String(++this.last) };
    this.byUri.set(uri, now);
    if (before === undefined || before.id !== known) return now;
    const annotations = keptParts(before.annotations, now.annotations);
    const relations = keptParts(before.relations, now.relations);
    return {
      ...now,
      kept: { annotations, relations },
      annotations: between(now.annotations, annotations),
      relations: between(now.relations, relations),
    };
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}

function between<T>(list: readonly T[], { front, back }: KeptParts): readonly T[] {
  return list.slice(front, list.length - back);
}

function keptParts(before: readonly unknown[], now: readonly unknown[]): KeptParts {
  const most = Math.min(before.length, now.length);
  let front = 0;
  while (front < most && isSame(before[front], now[front])) front++;
  let back = 0;
  while (back < most - front && isSame(before[before.length - back - 1], now[now.length - back - 1])) back++;
  return { front, back };
}

/** Whether two pieces of plain data are equal. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, index) => isSame(item, other[index]))
    );
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  let keys = 0;
  for (const key in a) {
    if (!(key in b) || !isSame(a[key], b[key])) return false;
    keys++;
  }
  for (const _key in b) keys--;
  return keys === 0;
}
