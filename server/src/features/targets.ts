import type { Range, Target, Targets } from '../protocol.ts';
import { flatLine } from '../text/shorten.ts';
import { entityOf } from '../workspace/referents.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { valuesIn } from '../workspace/time-values.ts';
import { locate } from './locate.ts';
import { annotationInfos } from './overview.ts';
import { tagTargets } from './tag-targets.ts';
import { timeAttributes } from './time-attributes.ts';

/**
 * What commands on annotations act on. Selected words mean the annotation of just these words; nothing selected means the
 * innermost one under the cursor. Where there is none, they mean the words themselves, with what they are taken for.
 */
export function targets(snapshot: SeedSnapshot, selections: readonly Range[]): Targets {
  const found = new Map<string, Target>();
  const infos = new Map(annotationInfos(snapshot).map((info) => [info.id, info]));
  const { types } = tagTargets(snapshot, []);
  for (const selection of selections) {
    const id = annotationAt(snapshot, selection);
    const annotation = id === undefined ? undefined : infos.get(id);
    const [first] = annotation?.ranges ?? [];
    if (annotation !== undefined && first !== undefined) {
      found.set(annotation.id, { range: first, text: flatLine(annotation.quote), annotation });
      continue;
    }
    for (const { range, text, type } of tagTargets(snapshot, [selection]).targets) {
      const more = type === undefined ? {} : { type, ...recognized(snapshot, range, type) };
      found.set(JSON.stringify(range), { range, text: flatLine(text), ...more });
    }
  }
  const inOrder = [...found.values()].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  return { version: snapshot.version, targets: inOrder, types };
}

/** The annotation that a selection means; of several with the same words one that stands goes before one that was rejected. */
function annotationAt(snapshot: SeedSnapshot, selection: Range): string | undefined {
  const { lines, annotations } = snapshot;
  const start = lines.offsetAt(selection.start);
  const end = lines.offsetAt(selection.end);
  let best: { readonly id: string; readonly size: number; readonly rejected: boolean } | undefined;
  const exact = start === end ? undefined : exactly(snapshot, selection);
  for (const { annotation, spans } of annotations) {
    const [from, to] = [spans[0]?.start, spans.at(-1)?.end];
    if (from === undefined || to === undefined) continue;
    const isMeant =
      exact === undefined
        ? spans.some((span) => span.start <= start && end <= span.end)
        : from === exact.start && to === exact.end;
    if (!isMeant) continue;
    const size = spans.reduce((sum, span) => sum + span.end - span.start, 0);
    const rejected = annotation.status === 'rejected';
    if (best === undefined || (best.rejected && !rejected) || (best.rejected === rejected && size < best.size))
      best = { id: annotation.id, size, rejected };
  }
  return best?.id;
}

/** The selected words as they would be tagged. */
function exactly(snapshot: SeedSnapshot, selection: Range): { readonly start: number; readonly end: number } {
  const [target] = tagTargets(snapshot, [selection]).targets;
  const { start, end } = target?.range ?? selection;
  return { start: snapshot.lines.offsetAt(start), end: snapshot.lines.offsetAt(end) };
}

function recognized(snapshot: SeedSnapshot, range: Range, type: string): Pick<Target, 'attributes' | 'entity'> {
  const place = locate(snapshot, range.start);
  if (place === undefined) return {};
  const { section, offset } = place;
  const isIt = (one: { readonly start: number; readonly type: string }) => one.start === offset && one.type === type;
  const mention = section.analysis.mentions.find(isIt);
  if (mention !== undefined) {
    const entity = entityOf(snapshot, mention, section.segment.text.slice(mention.start, mention.end));
    const value = VALUED.has(type) ? mention.value : undefined;
    return { ...(value === undefined ? {} : { attributes: { value } }), ...(entity === undefined ? {} : { entity }) };
  }
  const time = valuesIn(snapshot, place.index).find(isIt);
  const attributes = time && timeAttributes(time);
  return attributes === undefined ? {} : { attributes };
}

/** Amounts have a value that is theirs whatever the text is about. */
const VALUED: ReadonlySet<string> = new Set(['money', 'percent', 'quantity']);
