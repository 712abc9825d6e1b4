import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completed } from '../../client/src/keptParts.ts';
import { OverviewResults } from '../../server/src/lsp/overview-results.ts';
import type { AnnotationInfo, Overview, RelationInfo } from '../../server/src/protocol.ts';

const annotation = (id: string, line: number): AnnotationInfo => ({
  ...{ id, type: 'person', label: 'Person', color: 'person', status: 'confirmed', quote: 'Li Wei' },
  ranges: [{ start: { line, character: 0 }, end: { line, character: 6 } }],
  ...(line % 2 === 0 ? {} : { by: ['Ann'], attributes: { role: 'guest' } }),
});
const relation = (id: string): RelationInfo => ({ id, type: 'owns', label: 'owns', from: 'a', to: 'b' });
const overview = (ids: readonly number[], related: readonly number[]): Overview => ({
  ...{ version: 1, mentions: 1, times: 2, findings: 3, words: 4 },
  annotations: ids.map((number) => annotation(`a${number % 10}`, number)),
  relations: related.map((number) => relation(`r${number}`)),
});

test('only what is another one is said, and the whole comes together from it', () => {
  const results = new OverviewResults();
  const first = results.answer('u', overview([1, 2, 3, 4], [1]), '');
  expect(first.kept).toBeUndefined();
  const second = results.answer('u', overview([1, 2, 13, 4], [1]), first.id);
  expect(second.annotations).toEqual([annotation('a3', 13)]);
  expect(second.relations).toEqual([]);
  expect(second.kept).toEqual({ annotations: { front: 2, back: 1 }, relations: { front: 1, back: 0 } });
  expect(completed(second, first)).toEqual({ ...overview([1, 2, 13, 4], [1]), id: second.id });
});

test('who has none, or an old one, hears all; who will not ask again changes nothing', () => {
  const results = new OverviewResults();
  const first = results.answer('u', overview([1], []), '');
  const second = results.answer('u', overview([1, 2], []), first.id);
  expect(results.answer('u', overview([1, 2], []), undefined)).toEqual(overview([1, 2], []));
  expect(results.answer('u', overview([1, 2, 3], []), second.id).annotations).toHaveLength(1);
  expect(results.answer('u', overview([1, 2, 3], []), second.id).annotations).toHaveLength(3);
  expect(results.answer('other', overview([1], []), second.id).kept).toBeUndefined();
  const last = results.answer('u', overview([], []), '');
  results.forget('u');
  expect(results.answer('u', overview([], []), last.id).kept).toBeUndefined();
});

test('after any overviews the editor has the last one', () => {
  const lists = fc.array(fc.nat(30), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(lists, lists, fc.boolean()), { maxLength: 8 }), (all) => {
      const results = new OverviewResults();
      let known: Overview | undefined;
      for (const [ids, related, arrives] of all) {
        const now = completed(results.answer('u', overview(ids, related), known?.id ?? ''), known);
        expect(now).toEqual({ ...overview(ids, related), id: now.id });
        if (arrives) known = now;
      }
    }),
  );
});
