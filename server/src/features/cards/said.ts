import type { IndexedStatement } from '../../workspace/index/types.ts';
import { escapeMarkdown, fileLink } from '../markdown.ts';
import { seedLabel } from './seed-label.ts';

/** Seeds may say it at length. */
const LONGEST = 160;

/** What kinds of statements say of something, those first that say more where seeds say several as often. */
const WHAT_IT_IS = ['role', 'description', 'class'];
const WHAT_IT_IS_CALLED: Readonly<Record<string, string>> = {
  'former-name': 'formerly',
  alias: 'also called',
  abbreviation: 'short',
};

/**
 * What seeds say that something is, in their words, as Markdown: what most of them say, and who said it last. Where none says
 * it, what else it is called.
 */
export function saidLine(statements: readonly IndexedStatement[]): string | undefined {
  const said = mostSaid(statements.filter(({ kind }) => WHAT_IT_IS.includes(kind)));
  const shown = said ?? mostSaid(statements.filter(({ kind }) => Object.hasOwn(WHAT_IT_IS_CALLED, kind)));
  if (shown === undefined) return undefined;
  const { kind, value, employer, seed, sentence } = shown;
  const called = said === undefined ? `${WHAT_IT_IS_CALLED[kind]} ` : '';
  const where = employer === undefined || value.includes(employer) ? '' : `, ${escapeMarkdown(employer, LONGEST)}`;
  const source = fileLink(seedLabel(seed), seed.uri, sentence.line);
  return `${called}“${escapeMarkdown(value, LONGEST)}”${where} · ${source}`;
}

/** The last of those that say what most seeds say. */
function mostSaid(statements: readonly IndexedStatement[]): IndexedStatement | undefined {
  const groups = new Map<string, { readonly seeds: Set<string>; last: IndexedStatement }>();
  for (const statement of statements) {
    const words = `${statement.kind}\n${statement.value.toLowerCase()}\n${statement.employer ?? ''}`;
    const group = groups.get(words);
    if (group === undefined) groups.set(words, { seeds: new Set([statement.seed.uri]), last: statement });
    else {
      group.seeds.add(statement.seed.uri);
      // They come in the order of publication; those without a date, which come last, say less.
      if (statement.seed.published !== undefined) group.last = statement;
    }
  }
  const rank = ({ kind }: IndexedStatement) => WHAT_IT_IS.indexOf(kind);
  const day = ({ seed: { published = '' } }: IndexedStatement) => published;
  const [first] = [...groups.values()].sort(
    ({ seeds: a, last: left }, { seeds: b, last: right }) =>
      b.size - a.size || rank(left) - rank(right) || (day(left) < day(right) ? 1 : day(left) > day(right) ? -1 : 0),
  );
  return first?.last;
}
