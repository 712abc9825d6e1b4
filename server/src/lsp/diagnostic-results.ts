import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';

/** The diagnostics last sent for each document, so that an editor hears `unchanged` when nothing moved. */
export class DiagnosticResults {
  private readonly byUri = new Map<string, { id: string; items: readonly Diagnostic[] }>();
  private last = 0;

  report(uri: string, items: Diagnostic[], previous: unknown): DocumentDiagnosticReport {
    const known = this.byUri.get(uri);
    if (known !== undefined && sameItems(known.items, items)) {
      return previous === known.id
        ? { kind: 'unchanged', resultId: known.id }
        : { kind: 'full', resultId: known.id, items };
    }
    const id = String(++this.last);
    this.byUri.set(uri, { id, items });
    return { kind: 'full', resultId: id, items };
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}

/** Compared part by part: it is asked at every key, and writing hundreds of findings out would cost more than finding them. */
function sameItems(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((item, i) => sameItem(item, b[i] as Diagnostic));
}

function sameItem(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character &&
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    (a.data === b.data || JSON.stringify(a.data) === JSON.stringify(b.data)) &&
    (a.relatedInformation === b.relatedInformation ||
      JSON.stringify(a.relatedInformation) === JSON.stringify(b.relatedInformation))
  );
}
