import { fillFields } from '../edits/fill.ts';
import { toLsp } from '../features/fixes/fix.ts';
import type { FillMetadataResult } from '../protocol.ts';
import { type FieldKey, fieldInfo, fieldKey } from '../seed/fields.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';

/** Computes the edit that gives fields their values; what came over the wire is taken as far as it has the right shape. */
export function fillMetadata(snapshot: SeedSnapshot, version: unknown, values: unknown): FillMetadataResult {
  if (version !== snapshot.version)
    return { problem: 'The text changed meanwhile, so nothing was filled in. Try again.' };
  const wanted = new Map<FieldKey, string>();
  for (const [name, value] of Object.entries(values ?? {})) {
    const key = fieldKey(name);
    if (key !== undefined && typeof value === 'string') wanted.set(key, value);
  }
  const { lines, uri, footerLine } = snapshot;
  const { edits, left } = fillFields(snapshot, wanted, lines.offsetOfLine(footerLine));
  return {
    files: edits.length === 0 ? [] : [{ uri, create: false, edits: edits.map((edit) => toLsp(lines, edit)) }],
    left: left.map((key) => fieldInfo(key).label),
  };
}
