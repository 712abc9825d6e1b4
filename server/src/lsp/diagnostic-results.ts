import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';

/** The diagnostics last sent for each document, so that an editor hears `unchanged` when nothing moved. */
export class DiagnosticResults {
  private readonly byUri = new Map<string, { id: string; content: string }>();
  private last = 0;

  report(uri: string, items: Diagnostic[], previous: unknown): DocumentDiagnosticReport {
    const content = JSON.stringify(items);
    const known = this.byUri.get(uri);
    if (known?.content === content) {
      return previous === known.id
        ? { kind: 'unchanged', resultId: known.id }
        : { kind: 'full', resultId: known.id, items };
    }
    const id = String(++this.last);
    this.byUri.set(uri, { id, content });
    return { kind: 'full', resultId: id, items };
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}
