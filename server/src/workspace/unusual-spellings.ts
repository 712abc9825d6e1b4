import type { MetadataField } from '../seed/metadata.ts';
import type { Problem } from '../text/problem.ts';
import { authorsIn } from './corpus.ts';
import type { SeedSnapshot } from './snapshot.ts';
import { spellingKey } from './spelling.ts';

/** A source or an author whom the project or most other seeds of the workspace write differently. */
export function unusualSpellings(snapshot: SeedSnapshot): { problem: Problem; part: MetadataField['part'] }[] {
  const found: { problem: Problem; part: MetadataField['part'] }[] = [];
  for (const { field, part } of snapshot.metadata.fields) {
    if (field.key !== 'source' && field.key !== 'author') continue;
    // What stands in the file in another way than it is meant (escaped, folded) has no place to point at.
    const asWritten = field.valueSpan.end - field.valueSpan.start === field.value.length;
    const names = field.key === 'source' ? [{ name: field.value, start: 0 }] : authorsIn(field.value);
    for (const { name, start } of names) {
      const usual = usualSpelling(snapshot, field.key, name);
      if (usual === undefined) continue;
      const at = field.valueSpan.start + start;
      const span = asWritten ? { start: at, end: at + name.length } : field.valueSpan;
      found.push({
        part,
        problem: {
          code: `${field.key}-spelling`,
          span,
          message: `${usual.who} “${usual.spelling}”, not “${name}”. Write it the same way, or accept this finding if they are two.`,
          data: asWritten ? { key: field.key, replacement: usual.spelling } : { key: field.key },
        },
      });
    }
  }
  return found;
}

function usualSpelling(
  snapshot: SeedSnapshot,
  key: 'source' | 'author',
  name: string,
): { readonly spelling: string; readonly who: string } | undefined {
  if (name === '') return undefined;
  const { sources } = snapshot.knowledge.project;
  if (key === 'source') {
    if (sources.includes(name)) return undefined;
    const known = sources.find((source) => spellingKey(source) === spellingKey(name));
    if (known !== undefined) return { spelling: known, who: 'The project’s list of sources has' };
  }
  const spellings = key === 'source' ? snapshot.corpus.sources : snapshot.corpus.authors;
  // Two persons' names may differ by a letter; two newspapers' names rarely do.
  const usual = spellings.usual(name, snapshot.uri, { near: key === 'source' });
  if (usual === undefined) return undefined;
  return {
    spelling: usual.spelling,
    who: usual.count === 1 ? 'Another seed writes' : `${usual.count} other seeds write`,
  };
}
