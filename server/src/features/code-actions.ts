import type { CodeAction } from 'vscode-languageserver-types';
import type { Position, TextLines } from '../text/lines.ts';
import { findingsOf } from '../workspace/findings.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { CodeActionOptions, FixMaker } from './fixes/fix.ts';
import {
  fillEmpty,
  insertMissing,
  removeAbsentKeyword,
  removeRepetition,
  renameNearMiss,
  replaceValue,
  rewriteDate,
} from './fixes/metadata.ts';
import { accept, annotateDay } from './fixes/sidecar.ts';

export type { CodeActionOptions } from './fixes/fix.ts';

/** The quick fixes of each finding; all but those that must be mended can be accepted as well. */
const FIXES: Readonly<Record<string, readonly FixMaker[]>> = {
  'missing-metadata': [insertMissing],
  'missing-recommended-metadata': [insertMissing],
  'empty-field': [fillEmpty],
  'unknown-field': [renameNearMiss],
  'duplicate-field': [removeRepetition],
  'ambiguous-date': [rewriteDate, annotateDay],
  'weekday-mismatch': [rewriteDate, annotateDay],
  'invalid-url': [replaceValue],
  'invalid-language': [replaceValue],
  'source-spelling': [replaceValue],
  'author-spelling': [replaceValue],
  'keyword-not-in-text': [removeAbsentKeyword],
};

/** Quick fixes for the findings that touch a range. Of a seed only metadata are edited; all else is written beside it. */
export function codeActions(
  snapshot: SeedSnapshot,
  range: { readonly start: Position; readonly end: Position },
  options: CodeActionOptions,
  linesOf?: (uri: string) => TextLines | undefined,
): CodeAction[] {
  return findingsOf(snapshot)
    .filter((finding) => meets(finding, range))
    .flatMap((finding) => {
      const input = { snapshot, finding, diagnostic: toDiagnostic(finding, linesOf), options };
      return [...(FIXES[finding.code] ?? []), accept].flatMap((make) => make(input));
    });
}

function meets(a: { start: Position; end: Position }, b: { start: Position; end: Position }): boolean {
  return before(a.start, b.end) && before(b.start, a.end);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
