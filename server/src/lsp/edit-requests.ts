import type { Acceptance } from '../edits/accept.ts';
import type { Ports } from '../ports.ts';
import {
  type AcceptParams,
  acceptRequest,
  type EditResult,
  neverRequest,
  placeRequest,
  type Refusal,
  removeRequest,
  tagRequest,
} from '../protocol.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { accept, never, place, remove, tag } from './annotate.ts';
import { isRange } from './guard.ts';

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
  [tagRequest]: (workspace, ports, snapshot, { ranges, type, by, version, attributes, note, rejected }) => {
    if (typeof version === 'number' && version !== snapshot.version) return changedMeanwhile;
    if (!Array.isArray(ranges)) return notASeed;
    return tag(workspace, ports, snapshot, {
      ranges: ranges.filter(isRange),
      type: text(type),
      attributes: new Map(Object.entries(attributes ?? {}).map(([name, value]) => [name, String(value)])),
      note: typeof note === 'string' ? note : undefined,
      rejected: rejected === true,
      by: text(by),
    });
  },
  [removeRequest]: (workspace, ports, snapshot, { ids }) =>
    Array.isArray(ids) ? remove(workspace, ports, snapshot, ids.map(String)) : notASeed,
  [placeRequest]: (workspace, ports, snapshot, { id, ranges, version }) => {
    if (typeof version === 'number' && version !== snapshot.version) return changedMeanwhile;
    if (!Array.isArray(ranges)) return notASeed;
    return place(workspace, ports, snapshot, { id: text(id), ranges: ranges.filter(isRange) });
  },
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

function readAcceptance(value: unknown): Acceptance | undefined {
  const finding = (value ?? {}) as Partial<Record<keyof AcceptParams['finding'], unknown>>;
  if (typeof finding.code !== 'string') return undefined;
  const optional = (part: unknown) => (typeof part === 'string' ? part : undefined);
  return {
    code: finding.code,
    quote: optional(finding.quote),
    field: optional(finding.field),
    before: text(finding.before),
    after: text(finding.after),
    note: optional(finding.note),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
