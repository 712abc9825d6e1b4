import type { Part } from './parts.ts';

/** Cells that a match may have. */
export const FARTHEST = 30;

/** The states that a search has been at, by cell: a table that grows with the states that texts lead to. */
export class Visited {
  private searches = new Int32Array(1 << 12);
  private search = 0;

  begin(): void {
    this.search = (this.search + 1) | 0;
  }

  /** Whether the search was there before; from now on it was. `distance`: cells from where it began, below {@link FARTHEST}. */
  wasAt(state: number, distance: number, inside: boolean): boolean {
    const key = (state * FARTHEST + distance) * 2 + (inside ? 1 : 0);
    if (key >= this.searches.length) {
      const more = new Int32Array(key * 2);
      more.set(this.searches);
      this.searches = more;
    }
    if (this.searches[key] === this.search) return true;
    this.searches[key] = this.search;
    return false;
  }
}

/** The parts of the last cells that were asked for. No search needs more than are near it, however long its text. */
export class Known {
  private readonly cells = new Int32Array(NEAR).fill(-1);
  private readonly parts: (readonly Part[])[] = new Array(NEAR).fill([]);

  clear(): void {
    this.cells.fill(-1);
  }

  get(cell: number): readonly Part[] | undefined {
    const slot = cell & (NEAR - 1);
    return this.cells[slot] === cell ? this.parts[slot] : undefined;
  }

  set(cell: number, parts: readonly Part[]): void {
    const slot = cell & (NEAR - 1);
    this.cells[slot] = cell;
    this.parts[slot] = parts;
  }
}

/** A power of two above {@link FARTHEST}. */
const NEAR = 64;
