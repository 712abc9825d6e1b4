import type { CodeAction } from 'vscode-languageserver-types';
import { FILL_METADATA } from '../protocol.ts';
import type { Position, TextLines } from '../text/lines.ts';
import { findingsOf, missingField } from '../workspace/findings.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { toDiagnostic } from './diagnostics.ts';
import { placeAgain, placeHere, removeAll, takeWordsOver } from './fixes/annotations.ts';
import type { CodeActionOptions, FixInput, FixMaker } from './fixes/fix.ts';
import {
  closeFrontMatter,
  fillEmpty,
  insertMissing,
  removeAbsentKeyword,
  removeRepetition,
  renameNearMiss,
  replaceValue,
  rewriteDate,
} from './fixes/metadata.ts';
import { accept, addAsAlias, annotateDay } from './fixes/sidecar.ts';
import { askedFor } from './missing-metadata.ts';

export type { CodeActionOptions } from './fixes/fix.ts';

/** The quick fixes of each finding; all but those that must be mended can be accepted as well. */
const FIXES: Readonly<Record<string, readonly FixMaker[]>> = {
  'missing-metadata': [insertMissing],
  'missing-recommended-metadata': [insertMissing],
  'empty-field': [fillEmpty],
  'unknown-field': [renameNearMiss],
  'duplicate-field': [removeRepetition],
  'front-matter-unclosed': [closeFrontMatter],
  'ambiguous-date': [rewriteDate, annotateDay],
  'weekday-mismatch': [rewriteDate, annotateDay],
  'relative-date': [insertMissing],
  'date-after-publication': [annotateDay],
  'invalid-url': [replaceValue],
  'invalid-language': [replaceValue],
  'source-spelling': [replaceValue],
  'author-spelling': [replaceValue],
  'keyword-not-in-text': [removeAbsentKeyword],
  'name-variant': [addAsAlias],
  'orphaned-annotation': [placeAgain],
  'ambiguous-annotation': [placeAgain],
  'changed-annotation': [takeWordsOver],
};

/** Quick fixes for the findings that touch a range. Of a seed only metadata are edited; all else is written beside it. */
export function codeActions(
  snapshot: SeedSnapshot,
  range: { readonly start: Position; readonly end: Position },
  options: CodeActionOptions,
  linesOf?: (uri: string) => TextLines | undefined,
): CodeAction[] {
  const inputs = findingsOf(snapshot)
    .filter((finding) => meets(finding, range))
    .map((finding) => ({ snapshot, finding, diagnostic: toDiagnostic(finding, linesOf, options.docs), options }));
  const fixes = inputs.flatMap((input) => (FIXES[input.finding.code] ?? []).flatMap((make) => make(input)));
  // What mends one finding comes before what leaves another as it is.
  return [
    ...fixes,
    ...removeAll(inputs),
    ...askForValues(inputs, options),
    ...inputs.flatMap(accept),
    ...placeHere(snapshot, range),
  ];
}

/** One action for all that is missing or wrong, where the client can ask. */
function askForValues(inputs: readonly FixInput[], { commands = [] }: CodeActionOptions): CodeAction[] {
  if (!commands.includes(FILL_METADATA)) return [];
  const asked = inputs.filter(({ snapshot, finding }) => askedFor(snapshot, finding) !== undefined);
  const [first] = asked;
  if (first === undefined) return [];
  const isMissing = asked.some(
    ({ finding }) => missingField(finding) !== undefined || finding.code === 'relative-date',
  );
  const title = isMissing ? 'Fill in missing metadata…' : 'Write another value…';
  const command = { title, command: FILL_METADATA, arguments: [{ uri: first.snapshot.uri }] };
  return [{ title, kind: 'quickfix', diagnostics: asked.map(({ diagnostic }) => diagnostic), command }];
}

function meets(a: { start: Position; end: Position }, b: { start: Position; end: Position }): boolean {
  return before(a.start, b.end) && before(b.start, a.end);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
