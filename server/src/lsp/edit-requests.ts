import type { Acceptance } from '../edits/accept.ts';
import { suggestions } from '../features/suggestions.ts';
import type { Ports } from '../ports.ts';
import {
  type AcceptParams,
  acceptRequest,
  addAliasRequest,
  changeRequest,
  type EditResult,
  neverRequest,
  newEntityRequest,
  placeRequest,
  type Refusal,
  relateRequest,
  removeRequest,
  tagRequest,
  unrelateRequest,
} from '../protocol.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { accept, change, type NewPassage, never, place, relate, remove, tag, unrelate } from './annotate.ts';
import { addAlias } from './facts-edits.ts';
import { isRange } from './guard.ts';
import { newEntity } from './new-entity.ts';

type Params = Readonly<Record<string, unknown>>;

/** Computes the edit that a request asks for; what came over the wire is taken as far as it has the right shape. */
type EditRequest = (
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  params: Params,
) => EditResult | Promise<EditResult>;

/** Our requests whose answer is an edit of the annotations file: commands send them, and quick fixes carry them. */
export const EDIT_REQUESTS: Readonly<Record<string, EditRequest>> = {
  [tagRequest]: (workspace, ports, snapshot, { ranges, type, by, version, entity, attributes, note, ...rest }) => {
    if (typeof version === 'number' && version !== snapshot.version) return changedMeanwhile;
    if (!Array.isArray(ranges)) return notASeed;
    return tag(workspace, ports, snapshot, {
      ranges: ranges.filter(isRange),
      type: text(type),
      attributes: texts(attributes),
      entity: textIf(entity),
      note: textIf(note),
      rejected: rest.rejected === true,
      everywhere: rest.everywhere === true,
      by: text(by),
    });
  },
  [changeRequest]: async (workspace, ports, snapshot, { targets, change: what, by, version }) => {
    if (typeof version === 'number' && version !== snapshot.version) return changedMeanwhile;
    if (!Array.isArray(targets)) return notASeed;
    const { type, status, everywhere, entity, note, attributes } = (what ?? {}) as Params;
    const groups = targets.flatMap((target) => textIf((target as Params | null)?.group) ?? []);
    const meant = [...targets, ...(await suggestedIn(workspace, snapshot, groups))];
    return change(workspace, ports, snapshot, {
      ids: meant.flatMap((target) => textIf((target as Params | null)?.id) ?? []),
      passages: meant.flatMap((target) => readPassage(target) ?? []),
      change: {
        type: textIf(type),
        status: status === 'confirmed' || status === 'rejected' ? status : undefined,
        everywhere: typeof everywhere === 'boolean' ? everywhere : undefined,
        entity: textIf(entity),
        note: textIf(note),
        attributes: attributes === undefined ? undefined : texts(attributes),
      },
      by: text(by),
    });
  },
  [newEntityRequest]: (workspace, ports, snapshot, { name, type, targets, by, version }) => {
    if (typeof version === 'number' && version !== snapshot.version) return changedMeanwhile;
    if (!Array.isArray(targets)) return notASeed;
    const ids = targets.flatMap((target) => textIf((target as Params | null)?.id) ?? []);
    const passages = targets.flatMap((target) => readPassage(target) ?? []);
    return newEntity(workspace, ports, snapshot, { name: text(name), type: text(type), ids, passages, by: text(by) });
  },
  [relateRequest]: (workspace, ports, snapshot, { type, from, to, note, by }) =>
    relate(workspace, ports, snapshot, {
      type: text(type),
      from: text(from),
      to: text(to),
      note: textIf(note),
      by: text(by),
    }),
  [unrelateRequest]: (workspace, ports, snapshot, { ids }) =>
    Array.isArray(ids) ? unrelate(workspace, ports, snapshot, ids.map(String)) : notASeed,
  [removeRequest]: (workspace, ports, snapshot, { ids }) =>
    Array.isArray(ids) ? remove(workspace, ports, snapshot, ids.map(String)) : notASeed,
  [placeRequest]: (workspace, ports, snapshot, { id, ranges, version }) => {
    if (typeof version === 'number' && version !== snapshot.version) return changedMeanwhile;
    if (!Array.isArray(ranges)) return notASeed;
    return place(workspace, ports, snapshot, { id: text(id), ranges: ranges.filter(isRange) });
  },
  [addAliasRequest]: (workspace, _ports, _snapshot, { entity, alias }) =>
    text(alias).trim() === '' ? notASeed : addAlias(workspace, text(entity), text(alias)),
  [neverRequest]: (workspace, _ports, snapshot, { text: words }) =>
    text(words).trim() === '' ? notASeed : never(workspace, snapshot, text(words)),
  [acceptRequest]: (workspace, ports, snapshot, { finding, by }) => {
    const accepted = readAcceptance(finding);
    return accepted === undefined ? notASeed : accept(workspace, ports, snapshot, { finding: accepted, by: text(by) });
  },
};

/** Computes the edit that a request asks for, as far as there is such a request. */
export function computeEdit(
  workspace: Workspace,
  ports: Ports,
  snapshot: SeedSnapshot,
  method: unknown,
  params: unknown,
): EditResult | Promise<EditResult> {
  const request =
    typeof method === 'string' && Object.hasOwn(EDIT_REQUESTS, method) ? EDIT_REQUESTS[method] : undefined;
  return request ? request(workspace, ports, snapshot, (params ?? {}) as Params) : notASeed;
}

export const notASeed: Refusal = {
  problem:
    'Nothing was changed: this document is not open as a seed, or the request failed. The log says more (Seedmark: Show Log).',
};

const changedMeanwhile: EditResult = { problem: 'The text changed meanwhile, so nothing was written. Try again.' };

/** The suggestions of some groups, as targets. */
async function suggestedIn(
  workspace: Workspace,
  snapshot: SeedSnapshot,
  groups: readonly string[],
): Promise<readonly object[]> {
  if (groups.length === 0) return [];
  const named = await workspace.analyze(snapshot, { isCancellationRequested: false });
  return suggestions(named ?? snapshot, undefined, Number.POSITIVE_INFINITY)
    .suggestions.filter(({ group }) => groups.includes(group))
    .map(({ id, range, type, attributes, entity }) =>
      id === undefined ? { ranges: [range], type, attributes, entity } : { id },
    );
}

function readPassage(value: unknown): NewPassage | undefined {
  const { ranges, type, attributes, entity } = (value ?? {}) as Params;
  if (!Array.isArray(ranges) || typeof type !== 'string') return undefined;
  return { ranges: ranges.filter(isRange), type, attributes: texts(attributes), entity: textIf(entity) };
}

function readAcceptance(value: unknown): Acceptance | undefined {
  const finding = (value ?? {}) as Partial<Record<keyof AcceptParams['finding'], unknown>>;
  if (typeof finding.code !== 'string') return undefined;
  return {
    code: finding.code,
    quote: textIf(finding.quote),
    field: textIf(finding.field),
    before: text(finding.before),
    after: text(finding.after),
    note: textIf(finding.note),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textIf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Texts by name. */
function texts(value: unknown): Map<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(entries.map(([name, one]) => [name, String(one)]));
}
