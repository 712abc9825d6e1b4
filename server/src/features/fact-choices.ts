import type { FactChoices, Range } from '../protocol.ts';
import { flatLine, shorten } from '../text/shorten.ts';
import { dateOf } from '../workspace/index/describe-seed.ts';
import { entityOf } from '../workspace/referents.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { valuesIn } from '../workspace/time-values.ts';
import { innermost, locate } from './locate.ts';
import { sentenceAround } from './sentence.ts';

/** Labels offered. */
const MOST_LABELS = 100;

/** What a fact may be that some words say: labels in use, the date of their sentence, whom it is about. */
export function factChoices(snapshot: SeedSnapshot, range: Range): FactChoices {
  const place = locate(snapshot, range.start);
  const labels = labelsOf(snapshot);
  if (place === undefined) return { labels, near: [] };
  const { section, offset } = place;
  const { text } = section.segment;
  const end = Math.max(offset, locate(snapshot, range.end)?.offset ?? offset);
  const sentence = sentenceAround(text, { start: offset, end: Math.min(text.length, end) });
  const { entities } = snapshot.knowledge;
  const known = (id: string | undefined) => {
    const entity = id === undefined ? undefined : entities.get(id)?.entity;
    return entity && { id: entity.id, name: shorten(entity.name, 120), type: entity.type };
  };
  const annotation = innermost(section.annotations, offset);
  const placed = annotation && snapshot.annotations.find(({ annotation: { id } }) => id === annotation.id);
  const mention = innermost(section.analysis.mentions, offset);
  const named = mention && entityOf(snapshot, mention, text.slice(mention.start, mention.end));
  const own = known(placed?.annotation.entity ?? named);
  const near = new Map<string, NonNullable<typeof own>>();
  for (const one of section.analysis.mentions) {
    if (one.start < sentence.start || one.end > sentence.end) continue;
    const entity = known(entityOf(snapshot, one, text.slice(one.start, one.end)));
    if (entity !== undefined && entity.id !== own?.id) near.set(entity.id, entity);
  }
  const time = valuesIn(snapshot, place.index).find(
    (one) => one.start >= sentence.start && one.end <= sentence.end && dateOf(one) !== undefined,
  );
  const value = time && dateOf(time);
  return {
    labels,
    near: [...near.values()],
    ...(own === undefined ? {} : { entity: own }),
    ...(time === undefined || value === undefined
      ? {}
      : { date: { value, text: shorten(flatLine(text.slice(time.start, time.end)), 60) } }),
  };
}

/** What the facts files say of entities, the most frequent first. */
function labelsOf({ knowledge }: SeedSnapshot): { type: string; what: string }[] {
  const counts = new Map<string, { type: string; what: string; count: number }>();
  for (const { entity } of knowledge.entities.values())
    for (const { what } of entity.facts) {
      const key = `${entity.type}\n${what}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { type: entity.type, what: shorten(what, 80), count: 1 });
      else known.count++;
    }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1))
    .slice(0, MOST_LABELS)
    .map(({ type, what }) => ({ type, what }));
}
