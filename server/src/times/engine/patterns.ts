/**
 * Patterns of a language, one a line:
 *
 * - `{class}` a word or number of a class, `word` that very word, `,` `-` that sign;
 * - `[…]` may be left out, `a|b` one of two (inside `[…]` or `(…)`), `<name>` a sub-pattern of the language;
 * - `«…»` the expression itself, where words around it only have to be there.
 */
export type Pattern = readonly PatternNode[];

export type PatternNode =
  | {
      readonly kind: 'class';
      /** The class; `=word` for a word of the pattern itself. */
      readonly name: string;
      /** Whether it is part of the expression, and not of the words around it. */
      readonly inside: boolean;
    }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] };

/** Reads a pattern. Throws an Error that names it where it is not written as above. */
export function readPattern(
  pattern: string,
  parts: Readonly<Record<string, string>>,
  /** Sub-patterns that were read before, of the same parts. */
  subPatterns: Map<string, PatternNode> = new Map(),
): Pattern {
  const isMarked = pattern.includes('«');
  let inside = !isMarked;
  const fail = (why: string): never => {
    throw new Error(`The pattern “${pattern}”: ${why}.`);
  };

  function options(
    items: readonly string[],
    from: { at: number },
    closing: string | undefined,
    depth: number,
  ): Pattern[] {
    if (depth > 12) fail('its sub-patterns go round in a circle');
    const all: PatternNode[][] = [[]];
    for (; from.at < items.length; from.at++) {
      const item = items[from.at] as string;
      const current = all[all.length - 1] as PatternNode[];
      if (item === closing) return all;
      if (item === '|') all.push([]);
      else if (item === '(' || item === '[') {
        from.at++;
        const inner = options(items, from, item === '(' ? ')' : ']', depth + 1);
        current.push({ kind: 'choice', options: item === '[' ? [[], ...inner] : inner });
      } else if (item === '«') inside = true;
      else if (item === '»') inside = false;
      else if (item.startsWith('<')) {
        const part = parts[item.slice(1, -1)];
        if (part === undefined) return fail(`there is no sub-pattern ${item}`);
        current.push(subPattern(item, part, depth));
      } else if (item === ')' || item === ']') fail(`“${item}” closes nothing`);
      else current.push({ kind: 'class', name: item.startsWith('{') ? item.slice(1, -1) : `=${item}`, inside });
    }
    if (closing !== undefined) fail(`“${closing}” is missing`);
    return all;
  }

  /** The same sub-pattern stands in many patterns. */
  function subPattern(item: string, part: string, depth: number): PatternNode {
    const key = `${inside} ${item}`;
    let known = subPatterns.get(key);
    if (known === undefined || part.includes('«')) {
      known = { kind: 'choice', options: options(lex(part), { at: 0 }, undefined, depth + 1) };
      subPatterns.set(key, known);
    }
    return known;
  }

  const read = options(lex(pattern), { at: 0 }, undefined, 0);
  const [only] = read;
  return read.length === 1 && only !== undefined ? only : [{ kind: 'choice', options: read }];
}

function lex(pattern: string): string[] {
  return pattern.match(/\{\w+\}|<\w+>|[[\]()|«»]|[^\s[\]()|«»<>{}]+/gu) ?? [];
}

/** The names of all classes that patterns ask for, `=word` for a word of their own. */
export function classesOf(patterns: readonly Pattern[]): Set<string> {
  const names = new Set<string>();
  // Sub-patterns are shared: each is looked at once.
  const seen = new Set<PatternNode>();
  const visit = (pattern: Pattern) => {
    for (const node of pattern) {
      if (seen.has(node)) continue;
      seen.add(node);
      if (node.kind === 'choice') node.options.forEach(visit);
      else names.add(node.name);
    }
  };
  patterns.forEach(visit);
  return names;
}
