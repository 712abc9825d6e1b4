import type { FieldKey } from '../../server/src/seed/types.ts';
import { ENGLISH } from '../../server/src/times/english/english.ts';
import { findTimes } from '../../server/src/times/find.ts';
import { NO_FLOW, resolveTimes } from '../../server/src/times/resolve/flow.ts';
import type { ResolvedTime } from '../../server/src/times/types.ts';

/** The times of one block with their values. */
export function timesOf(
  text: string,
  {
    published,
    narrative = false,
    field,
  }: { published?: string | undefined; narrative?: boolean; field?: FieldKey | undefined } = {},
): ResolvedTime[] {
  const found = findTimes({ start: 0, text, field });
  return resolveTimes(found, { published, narrative }, NO_FLOW, ENGLISH.holidays).times;
}
