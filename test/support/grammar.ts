import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** A piece of a line and the scopes the grammar gives it, outermost first. */
export interface GrammarToken {
  readonly text: string;
  readonly scopes: readonly string[];
}

export interface Tokenized {
  /** Tokens by line. */
  readonly lines: readonly (readonly GrammarToken[])[];
  /** How often the regular expressions were asked for a next match: what a line costs, on any machine. */
  readonly searches: number;
  /** Depth of the rule stack after the last line; 1 when nothing is open. */
  readonly depth: number;
}

export const grammarPath = new URL('../../syntaxes/seed.tmLanguage.json', import.meta.url);

/** Scopes by token of a whole text, as VS Code would give them before the server answers. */
export async function tokenize(text: string): Promise<Tokenized> {
  const grammar = await loaded;
  searches = 0;
  let state = textmate.INITIAL;
  const lines = text.split(/\r\n|\n|\r/).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens
      .map((token) => ({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes }))
      .filter((token) => token.text !== '');
  });
  return { lines, searches, depth: state.depth };
}

/** The stretches of a text that have a scope beginning with `prefix`; neighbours on a line are joined. */
export async function pick(text: string, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for (const line of (await tokenize(text)).lines) {
    let open = false;
    for (const token of line) {
      const hit = token.scopes.some((scope) => scope === prefix || scope.startsWith(`${prefix}.`));
      if (hit && open) found.push(`${found.pop()}${token.text}`);
      else if (hit) found.push(token.text);
      open = hit;
    }
  }
  return found;
}

let searches = 0;
const loaded = load();

async function load(): Promise<textmate.IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => counting(new oniguruma.OnigScanner(patterns)),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      if (scopeName === 'text.seed') return textmate.parseRawGrammar(readFileSync(grammarPath, 'utf8'), 'seed.json');
      // Stands in for VS Code's YAML; its string never ends, so that a leak out of the front matter would show.
      if (scopeName === 'source.yaml') return textmate.parseRawGrammar(YAML, 'yaml.json');
      return null;
    },
  });
  const grammar = await registry.loadGrammar('text.seed');
  if (grammar === null) throw new Error('no grammar');
  return grammar;
}

const YAML = JSON.stringify({
  scopeName: 'source.yaml',
  patterns: [
    { match: '^[\\w ]+(?=:)', name: 'entity.name.tag.yaml' },
    { begin: '"', end: '"', name: 'string.quoted.double.yaml' },
  ],
});

function counting(scanner: oniguruma.OnigScanner): oniguruma.OnigScanner {
  const find = scanner.findNextMatchSync.bind(scanner);
  scanner.findNextMatchSync = (...args: Parameters<typeof find>) => {
    searches++;
    return find(...args);
  };
  return scanner;
}
