import {
  acceptRequest,
  addAliasRequest,
  changeRequest,
  type EditResult,
  neverRequest,
  placeRequest,
  removeRequest,
  tagRequest,
} from '../../../server/src/protocol.ts';
import { type AnnotationEdits, applyAndSave } from '../apply.ts';
import { tell } from '../messages.ts';
import type { Server } from '../server.ts';
import { annotator } from './annotator.ts';
import { readArgument } from './argument.ts';
import { reveal } from './reveal.ts';
import { findTarget } from './target.ts';

export interface FixNeeds {
  readonly server: Server;
  readonly edits: AnnotationEdits;
}

/** Requests whose answer is an edit of an annotations file, or of the project's. */
const ALLOWED: readonly string[] = [
  tagRequest,
  changeRequest,
  acceptRequest,
  removeRequest,
  placeRequest,
  addAliasRequest,
  neverRequest,
];

/** Runs what a quick fix carries: a request to the server, whose answer is written beside the seed as one undoable step. */
export async function applyFix({ server, edits }: FixNeeds, argument: unknown): Promise<void> {
  const { method, params } = (argument ?? {}) as { method?: unknown; params?: unknown };
  if (typeof method !== 'string' || !ALLOWED.includes(method) || typeof params !== 'object' || params === null) return;
  const { uri } = params as { uri?: unknown };
  const { ranges } = readArgument(params);
  if (typeof uri !== 'string') return;
  const target = await findTarget(uri);
  if (target === undefined) return;
  const request = { ...params, by: annotator() };
  const compute = () => server.request<EditResult>(method, request);
  const refusal = method === neverRequest ? await applyAndSave(compute) : await edits.run(target.document, compute);
  if (refusal) tell(refusal);
  // Where it stands now may be out of sight.
  else if (method === placeRequest && ranges !== undefined) reveal(target.document, ranges);
}
