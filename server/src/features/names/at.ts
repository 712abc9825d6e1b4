import type { Position } from '../../text/lines.ts';
import { keyOfMention } from '../../workspace/index/key-of.ts';
import { type EntityKey, isIndexed } from '../../workspace/index/types.ts';
import type { SeedSnapshot } from '../../workspace/snapshot.ts';
import { innermost, locate } from '../locate.ts';

/** What is named at a position: what people say of it goes before what was recognised. Undefined where nothing is. */
export function nameAt(snapshot: SeedSnapshot, position: Position): EntityKey | undefined {
  const place = locate(snapshot, position);
  if (place === undefined) return undefined;
  const { section, offset } = place;
  const mention = innermost(
    section.analysis.mentions.filter(({ type }) => isIndexed(type)),
    offset,
  );
  const local = innermost(
    section.annotations.filter(({ status, type }) => status !== 'rejected' && isIndexed(type)),
    offset,
  );
  const own = local && snapshot.annotations.find(({ annotation }) => annotation.id === local.id)?.annotation;
  if (local !== undefined && own !== undefined) {
    const same =
      mention?.type === local.type && mention.start === local.start && mention.end === local.end ? mention : undefined;
    return keyOfMention(snapshot, { type: own.type, entity: own.entity ?? same?.entity }, own.quote.join(' '));
  }
  return mention && keyOfMention(snapshot, mention, section.segment.text.slice(mention.start, mention.end));
}
