import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from '../ports.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { normalizeUri } from './uri.ts';

/** What a request about one document needs from the server. */
export interface GuardContext {
  readonly workspace: Workspace;
  readonly log: Log;
}

interface DocumentParams {
  readonly textDocument?: { readonly uri?: unknown } | undefined;
  readonly uri?: unknown;
}

/**
 * The one guard round every request about a document: finds it, waits until what it needs has been read, looks at the
 * token, runs the feature, and turns whatever goes wrong into a line in the log and a safe answer. An editor keeps
 * working when one answer fails.
 *
 * @param safe the answer where there is nothing to say: unknown document, senseless parameters, a failure.
 */
export function guarded<P, R>(
  context: GuardContext,
  name: string,
  safe: R,
  work: (snapshot: Snapshot, params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    const uri = uriOf(params as DocumentParams | undefined);
    if (uri === undefined) return safe;
    let revision: number | undefined;
    try {
      await context.workspace.settled();
      if (token.isCancellationRequested) return cancelled();
      const snapshot = context.workspace.snapshot(uri);
      if (snapshot === undefined) return safe;
      revision = snapshot.revision;
      const result = await work(snapshot, params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
      context.log.error(`${name} failed for ${uri} (revision ${revision ?? 'unknown'}): ${details}`);
      return safe;
    }
  };
}

/** The same for requests that are not about an open document. */
export function answered<P, R>(
  context: GuardContext,
  name: string,
  safe: R,
  work: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    try {
      await context.workspace.settled();
      if (token.isCancellationRequested) return cancelled();
      return typeof params === 'object' && params !== null ? await work(params, token) : safe;
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      context.log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return safe;
    }
  };
}

/** The same for notifications: senseless ones are dropped, failures are logged. */
export function guardedNotification<P>(
  context: GuardContext,
  name: string,
  work: (params: P) => void,
): (params: P) => void {
  return (params) => {
    try {
      work(params);
    } catch (error) {
      context.log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  };
}

export function uriOf(params: DocumentParams | undefined): string | undefined {
  const uri = params?.textDocument?.uri ?? params?.uri;
  return typeof uri === 'string' ? normalizeUri(uri) : undefined;
}

export function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** A position as it came over the wire, or undefined where it is none. */
export function isPosition(value: unknown): value is { line: number; character: number } {
  const position = value as { line?: unknown; character?: unknown } | null | undefined;
  return typeof position?.line === 'number' && typeof position.character === 'number';
}

export function isRange(
  value: unknown,
): value is { start: { line: number; character: number }; end: { line: number; character: number } } {
  const range = value as { start?: unknown; end?: unknown } | null | undefined;
  return isPosition(range?.start) && isPosition(range?.end);
}

/** The lines from one position to another, or that of one. */
export function linesOf(start: { readonly line: number }, end = start): { from: number; to: number } {
  return { from: Math.min(start.line, end.line), to: Math.max(start.line, end.line) };
}
