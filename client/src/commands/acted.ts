import type { TextDocument } from 'vscode';
import {
  type AnnotationChange,
  type AnnotationInfo,
  type ChangeParams,
  type ChangeTarget,
  changeRequest,
  type EditResult,
  type Overview,
  type OverviewParams,
  overviewRequest,
  type PrepareTagParams,
  type PrepareTagResult,
  prepareTagRequest,
  type Target,
  type Targets,
  type TargetsParams,
  type TypeChoice,
  targetsRequest,
} from '../../../server/src/protocol.ts';
import type { AnnotationEdits } from '../apply.ts';
import { tell } from '../messages.ts';
import type { Server } from '../server.ts';
import { annotator } from './annotator.ts';
import { readArgument } from './argument.ts';
import { pickType } from './pickType.ts';
import { findTarget } from './target.ts';

export interface ChangeNeeds {
  readonly server: Server;
  readonly edits: AnnotationEdits;
}

/** What a command on annotations acts on: annotations, and words that become ones. */
export interface Acted {
  readonly document: TextDocument;
  /** Version of the document in which places were counted. */
  readonly version: number;
  readonly targets: readonly Target[];
  readonly types: readonly TypeChoice[];
}

/**
 * The annotations that an argument `{ ids, uri? }` names, or `{ ranges, uri? }`, or what is selected: of each selection the
 * annotation there, else the words themselves. Tells the user and answers undefined where there is nothing.
 */
export async function findActed(server: Server, argument: unknown): Promise<Acted | undefined> {
  const { uri, ids, ranges } = readArgument(argument);
  const target = await findTarget(uri);
  if (target === undefined) return undefined;
  const { document } = target;
  if (ids !== undefined) return named(server, document, ids);
  const params: TargetsParams = { uri: document.uri.toString(), selections: ranges ?? target.selections };
  const found = await server.request<Targets | null>(targetsRequest, params);
  if (found !== null && found.targets.length > 0) return { document, ...found };
  tell({ problem: 'There is nothing here to say something about. Select some words, or put the cursor into a name.' });
  return undefined;
}

async function named(server: Server, document: TextDocument, ids: readonly string[]): Promise<Acted | undefined> {
  const uri = document.uri.toString();
  const overview: OverviewParams = { uri };
  const prepare: PrepareTagParams = { uri, selections: [] };
  const [{ annotations, version }, prepared] = await Promise.all([
    server.request<Overview>(overviewRequest, overview),
    server.request<PrepareTagResult | null>(prepareTagRequest, prepare),
  ]);
  const found = annotations.filter(({ id }) => ids.includes(id));
  if (found.length > 0)
    return { document, version, targets: found.map(targetOfAnnotation), types: prepared?.types ?? [] };
  tell({ problem: 'That annotation is no longer there.' });
  return undefined;
}

function targetOfAnnotation(annotation: AnnotationInfo): Target {
  const nowhere = { line: 0, character: 0 };
  const range = annotation.ranges[0] ?? annotation.region ?? { start: nowhere, end: nowhere };
  return { range, text: annotation.quote.replace(/\s+/gu, ' '), annotation };
}

/** The same, where all words without an annotation have a type: the user is asked for one that is not known. */
export async function withTypes(
  acted: Acted,
  then: (targets: readonly ChangeTarget[]) => Promise<void>,
): Promise<void> {
  const { targets, types } = acted;
  const unknown = targets.filter(({ annotation, type }) => annotation === undefined && type === undefined);
  const targetsFor = (chosen: string) =>
    targets.map(({ annotation, range, type = chosen, attributes, entity }): ChangeTarget => {
      if (annotation !== undefined) return { id: annotation.id };
      return { ranges: [range], type, ...(attributes && { attributes }), ...(entity === undefined ? {} : { entity }) };
    });
  if (unknown.length === 0) return then(targetsFor(''));
  await pickType({ targets: unknown, types }, undefined, ({ id }) => then(targetsFor(id)));
}

/** Writes what annotations are to say; tells the user where that cannot be done. Answers whether it was. */
export async function changeAll(
  { server, edits }: ChangeNeeds,
  { document, version }: Pick<Acted, 'document' | 'version'>,
  targets: readonly ChangeTarget[],
  change: AnnotationChange,
): Promise<boolean> {
  const params: ChangeParams = { uri: document.uri.toString(), targets, change, by: annotator(), version };
  const refusal = await edits.run(document, () => server.request<EditResult>(changeRequest, params));
  if (refusal) tell(refusal);
  return refusal === undefined;
}

/** The type that all have, if they have one. */
export function commonType(targets: readonly Target[]): string | undefined {
  const types = new Set(targets.map(({ annotation, type }) => annotation?.type ?? type));
  return types.size === 1 ? [...types][0] : undefined;
}
