/**
 * A regular expression for a glob over paths with `/`: `*` stands for any characters but `/`, `?` for one of them,
 * `**` as a whole step of the path for any number of folders, `{a,b}` for either.
 */
export function globToRegExp(glob: string): RegExp {
  let source = '';
  let depth = 0;
  for (let i = 0; i < glob.length; i++) {
    const c = glob[i] as string;
    if (c === '*') {
      if (glob.startsWith('**/', i) && (i === 0 || glob[i - 1] === '/')) {
        source += '(?:[^/]+/)*';
        i += 2;
      } else if (glob.startsWith('**', i)) {
        source += '.*';
        i++;
      } else source += '[^/]*';
    } else if (c === '?') source += '[^/]';
    else if (c === '{') {
      source += '(?:';
      depth++;
    } else if (c === '}' && depth > 0) {
      source += ')';
      depth--;
    } else if (c === ',' && depth > 0) source += '|';
    else source += c.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  }
  return new RegExp(`^${source}${')'.repeat(depth)}$`);
}
