import type { SeedSnapshot } from './snapshot.ts';

/** Types of values and times, which are no subjects of a text. */
const VALUES = new Set(['money', 'percent', 'quantity', 'date', 'time', 'duration', 'set']);

/** A name of the text and how often the body mentions it, under whichever of its names. */
export interface FrequentName {
  /** As the facts files call it, else as it stands in the text first. */
  readonly name: string;
  readonly type: string;
  readonly count: number;
}

/** The names that the body of a seed mentions, most frequent first, of equally frequent ones the first one first. */
export function frequentNames(snapshot: SeedSnapshot, most: number): FrequentName[] {
  const found = new Map<string, { name: string; type: string; count: number }>();
  snapshot.sections.each((section) => {
    if (section.segment.kind !== 'paragraph') return;
    for (const { start, end, type, entity } of section.analysis.mentions) {
      if (VALUES.has(type)) continue;
      const text = section.segment.text.slice(start, end).replace(/\s+/gu, ' ');
      const key = entity ?? `${type} ${text.toLowerCase()}`;
      const known = found.get(key);
      if (known) known.count++;
      else found.set(key, { name: nameOf(snapshot, entity) ?? text, type, count: 1 });
    }
  });
  return [...found.values()].sort((a, b) => b.count - a.count).slice(0, most);
}

function nameOf(snapshot: SeedSnapshot, entity: string | undefined): string | undefined {
  return entity === undefined ? undefined : snapshot.knowledge.entities.get(entity)?.entity.name;
}
