import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { TextLines } from '../text/lines.ts';
import { type Finding, findingsOf } from '../workspace/findings.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

const SEVERITY: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = { error: 1, warning: 2, info: 3, hint: 4 };

/**
 * The findings of a document as LSP diagnostics. `linesOf` gives a text that a related place points into, if known;
 * `docs` is the URI of the folder whose pages explain the findings, if it is known.
 */
export function diagnostics(
  snapshot: Snapshot,
  linesOf: (uri: string) => TextLines | undefined = () => undefined,
  docs?: string,
): Diagnostic[] {
  const lines = (uri: string) => (uri === snapshot.uri ? snapshot.lines : linesOf(uri));
  return findingsOf(snapshot).map((finding) => toDiagnostic(finding, lines, docs));
}

export function toDiagnostic(
  finding: Finding,
  linesOf: (uri: string) => TextLines | undefined = () => undefined,
  docs?: string,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: { start: finding.start, end: finding.end },
    severity: SEVERITY[finding.severity],
    code: finding.code,
    source: 'seedmark',
    message: finding.message,
  };
  if (docs !== undefined) diagnostic.codeDescription = { href: `${docs}/findings/${finding.code}.md` };
  if (finding.data) diagnostic.data = finding.data;
  const lines = finding.related && linesOf(finding.related.uri);
  if (finding.related && lines)
    diagnostic.relatedInformation = [
      {
        location: {
          uri: finding.related.uri,
          range: {
            start: lines.positionAt(finding.related.span.start),
            end: lines.positionAt(finding.related.span.end),
          },
        },
        message: finding.related.message,
      },
    ];
  if (finding.others)
    diagnostic.relatedInformation = finding.others.map(({ uri, message }) => ({
      location: { uri, range: { start: FIRST, end: FIRST } },
      message,
    }));
  return diagnostic;
}

const FIRST = { line: 0, character: 0 };
