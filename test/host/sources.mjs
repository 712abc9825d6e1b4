import fs from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

/**
 * Makes stack traces of a bundle speak of the sources: a line of a trace that leads into a package becomes undefined, one that leads into our
 * code names its file and line there.
 * @param {string} bundle With its map beside it.
 * @returns {(line: string) => string | undefined}
 */
export function sourceLines(bundle) {
  const map = readMap(`${bundle}.map`);
  // In the web worker host it is an address with `#vscode-extension` behind it.
  const name = path.basename(bundle).replaceAll('.', '\\.');
  const place = new RegExp(`(?:http|/|[A-Za-z]:\\\\)[^\\s()]*[/\\\\]${name}(?:#[\\w-]+)?:(\\d+):(\\d+)`);
  return (line) => {
    const found = place.exec(line);
    if (map === undefined || found === null) return line;
    const entry = map.findEntry(Number(found[1]) - 1, Number(found[2]) - 1);
    if (!('originalSource' in entry)) return line;
    const source = path.relative(root, path.resolve(path.dirname(bundle), entry.originalSource));
    if (source.includes('node_modules')) return undefined;
    return line.replace(found[0], `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`);
  };
}

/** @param {string} file */
function readMap(file) {
  return fs.existsSync(file) ? new SourceMap(JSON.parse(fs.readFileSync(file, 'utf8'))) : undefined;
}
