import type { CodeAction } from 'vscode-languageserver-types';
import { frontMatterEdits } from '../edits/front-matter.ts';
import { keywordEdits } from '../edits/keywords.ts';
import { orderFields } from '../edits/order-fields.ts';
import { lineEnding } from '../seed/header.ts';
import type { TextEdit } from '../text/edit.ts';
import { frequentNames } from '../workspace/frequent-names.ts';
import { keywordsOf, otherNames } from '../workspace/keywords.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { toLsp } from './fixes/fix.ts';

export const REWRITE = 'refactor.rewrite';

/** So many keywords say what a text is about; more say everything. */
export const MOST_KEYWORDS = 6;

/** What can be rewritten in the metadata where the cursor stands. None of it touches the body. */
export function refactorings(
  snapshot: SeedSnapshot,
  range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } },
): CodeAction[] {
  if (!meetsMetadata(snapshot, range)) return [];
  return [...frontMatter(snapshot), ...order(snapshot), ...keywords(snapshot)];
}

function frontMatter(snapshot: SeedSnapshot): CodeAction[] {
  return [false, true].flatMap((footer) => {
    const edits = frontMatterEdits(snapshot, {
      eol: lineEnding(snapshot.lines),
      footer,
      footerAt: footerAt(snapshot),
    });
    const title = `Convert the header to front matter${footer ? ', with the footer’s fields' : ''}`;
    return edits === undefined ? [] : [rewrite(snapshot, title, edits)];
  });
}

function order(snapshot: SeedSnapshot): CodeAction[] {
  const result = orderFields(snapshot, footerAt(snapshot));
  if (result === undefined) return [];
  const { edits, merged, ordered } = result;
  const title = ordered
    ? `Order the fields${merged ? ' and merge those that stand twice' : ''}`
    : 'Merge the fields that stand twice';
  return [rewrite(snapshot, title, edits)];
}

function keywords(snapshot: SeedSnapshot): CodeAction[] {
  const names = suggestedKeywords(snapshot);
  const edits = names.length === 0 ? undefined : keywordEdits(snapshot, names, footerAt(snapshot));
  return edits === undefined
    ? []
    : [rewrite(snapshot, 'Fill in keywords from the names the text mentions most', edits)];
}

/** The names that the text mentions most, but for those that are among the keywords already, by this name or another. */
export function suggestedKeywords(snapshot: SeedSnapshot): string[] {
  const there = new Set(
    keywordsOf(snapshot)
      .flatMap(({ item }) => [item.value, ...otherNames(snapshot, item.value)])
      .map((name) => name.toLowerCase()),
  );
  return frequentNames(snapshot, MOST_KEYWORDS)
    .map(({ name }) => name)
    .filter((name) => !there.has(name.toLowerCase()));
}

function rewrite(snapshot: SeedSnapshot, title: string, edits: readonly TextEdit[]): CodeAction {
  return {
    title,
    kind: REWRITE,
    edit: { changes: { [snapshot.uri]: edits.map((edit) => toLsp(snapshot.lines, edit)) } },
  };
}

function footerAt({ lines, footerLine }: SeedSnapshot): number {
  return lines.offsetOfLine(footerLine);
}

function meetsMetadata(
  { header, footer, footerLine }: SeedSnapshot,
  { start, end }: { readonly start: { readonly line: number }; readonly end: { readonly line: number } },
): boolean {
  if (footer !== undefined && end.line >= footerLine) return true;
  // The blank lines below belong to the header, but nobody would say so.
  return header !== undefined && start.line < lastInk(header.text);
}

function lastInk(text: string): number {
  return text.trimEnd().split(/\r\n|\r|\n/).length;
}
