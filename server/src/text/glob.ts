/** A pattern of paths with `/`. */
export interface Glob {
  test(path: string): boolean;
}

/** A step of a pattern: a code unit of the path to be met, or places in the pattern to go on from. */
type Step =
  | { readonly kind: 'unit'; readonly code: number }
  | { readonly kind: 'inside' | 'any' }
  | { readonly kind: 'go'; readonly to: number[] };

const SLASH = 0x2f;

/**
 * Reads a glob: `*` stands for any characters but `/`, `?` for one of them, `**` as a whole step of the path for any
 * number of folders, `{a,b}` for either. Globs come out of project files, which strangers write. So all ways through the
 * pattern are followed at once, and a test costs no more than the length of the path times that of the pattern: a
 * regular expression takes minutes for `*a*a*a*a*a*b`.
 */
export function compileGlob(glob: string): Glob {
  const steps: Step[] = [];
  const open: { readonly alternatives: number[]; readonly ends: number[][] }[] = [];
  const go = (...to: number[]) => steps.push({ kind: 'go', to });
  const close = () => {
    for (const end of open.pop()?.ends ?? []) end.push(steps.length);
  };
  for (let i = 0; i < glob.length; i++) {
    const at = steps.length;
    const c = glob[i];
    if (c === '*') {
      if (glob.startsWith('**/', i) && (i === 0 || glob[i - 1] === '/')) {
        go(at + 1, at + 5);
        steps.push({ kind: 'inside' });
        go(at + 1, at + 3);
        steps.push({ kind: 'unit', code: SLASH });
        go(at);
        i += 2;
        continue;
      }
      const folders = glob[i + 1] === '*';
      go(at + 1, at + 3);
      steps.push({ kind: folders ? 'any' : 'inside' });
      go(at);
      if (folders) i++;
    } else if (c === '?') steps.push({ kind: 'inside' });
    else if (c === '{') {
      const alternatives = [at + 1];
      steps.push({ kind: 'go', to: alternatives });
      open.push({ alternatives, ends: [] });
    } else if (c === '}' && open.length > 0) close();
    else if (c === ',' && open.length > 0) {
      const end: number[] = [];
      steps.push({ kind: 'go', to: end });
      open.at(-1)?.ends.push(end);
      open.at(-1)?.alternatives.push(steps.length);
    } else steps.push({ kind: 'unit', code: glob.charCodeAt(i) });
  }
  // Most paths end otherwise, which is told at once.
  const end = open.length > 0 ? '' : plainEnd(glob);
  while (open.length > 0) close();
  return { test: (path) => path.endsWith(end) && matches(steps, path) };
}

/** What stands behind the last character of a glob that means more than itself. */
function plainEnd(glob: string): string {
  let start = glob.length;
  while (start > 0 && !'*?{},'.includes(glob.charAt(start - 1))) start--;
  // The slash of a "**" that stands for folders may be met by none.
  return glob.startsWith('**/', start - 2) ? glob.slice(start + 1) : glob.slice(start);
}

function matches(steps: readonly Step[], path: string): boolean {
  /** The code unit before which a place was reached last, so that it is taken once for each. */
  const seen = new Int32Array(steps.length + 1).fill(-1);
  let places: number[] = [];
  let next: number[] = [];
  reach(steps, 0, places, seen, 0);
  for (let i = 0; i < path.length && places.length > 0; i++) {
    const code = path.charCodeAt(i);
    for (const place of places) {
      const step = steps[place];
      if (step === undefined || step.kind === 'go') continue;
      const met = step.kind === 'unit' ? step.code === code : step.kind === 'any' || code !== SLASH;
      if (met) reach(steps, place + 1, next, seen, i + 1);
    }
    [places, next] = [next, places];
    next.length = 0;
  }
  return seen[steps.length] === path.length;
}

/** Adds a place, and all to which steps lead from there that need nothing of the path. */
function reach(steps: readonly Step[], place: number, places: number[], seen: Int32Array, at: number): void {
  if (seen[place] === at) return;
  seen[place] = at;
  const from = places.length;
  places.push(place);
  for (let i = from; i < places.length; i++) {
    const step = steps[places[i] as number];
    if (step?.kind !== 'go') continue;
    for (const to of step.to) {
      if (seen[to] === at) continue;
      seen[to] = at;
      places.push(to);
    }
  }
}
