import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FactsFiles } from '../../server/src/workspace/facts-files.ts';
import { PatchedMap } from '../../server/src/workspace/patched-map.ts';

const URIS = ['file:///w/b.yaml', 'file:///w/a.yaml', 'file:///w/c.yaml'];
const entry = fc.record({
  id: fc.constantFrom('x', 'y', 'z'),
  type: fc.constantFrom('person', 'place'),
  name: fc.constantFrom('Alpha', 'Beta', 'Gamma Delta', 'Gamma'),
  description: fc.constantFrom('one', 'two'),
});
const file = fc
  .array(entry, { maxLength: 4 })
  .map((entries) => entries.map((each) => `- ${JSON.stringify(each)}\n`).join(''));
const change = fc.tuple(fc.constantFrom(...URIS), fc.option(file, { nil: undefined }));

/** All that the files say. */
function said(files: FactsFiles) {
  return {
    entities: [...files.entities()],
    repeated: ['x', 'y', 'z'].map((id) => files.entriesOf(id)),
    found: files.matcher().match('Alpha, Beta and Gamma Delta, then Gamma.'),
  };
}

test('after any changes of files they say what they would read anew, and what was said before stays said', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), fc.boolean(), (changes, asked) => {
      const files = new FactsFiles();
      const earlier: [ReturnType<FactsFiles['entities']>, unknown][] = [];
      for (const [uri, text] of changes) {
        files.set(uri, text);
        if (!asked) continue;
        said(files);
        earlier.push([files.entities(), [...files.entities()]]);
      }
      const anew = new FactsFiles();
      for (const uri of URIS) anew.set(uri, files.get(uri)?.text);
      expect(said(files)).toEqual(said(anew));
      for (const [entities, before] of earlier) expect([...entities]).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

test('a change that leaves the ids leaves the order, and the readings of all other files', () => {
  const files = new FactsFiles();
  const names = ['Ada', 'Bo', 'Cy'];
  for (const [i, uri] of URIS.entries()) files.set(uri, `- {id: e${i}, type: person, name: ${names[i]}}\n`);
  const before = files.entities();
  expect(files.set(URIS[0] as string, '- {id: e0, type: person, name: Dee}\n')).toBe(true);
  expect(files.set(URIS[0] as string, '- {id: e0, type: person, name: Dee}\n')).toBe(false);
  const after = files.entities();
  expect(files.entities()).toBe(after);
  expect([...after.keys()]).toEqual(['e1', 'e0', 'e2']);
  expect([...after.values()].map(({ entity }) => entity.name)).toEqual(['Bo', 'Dee', 'Cy']);
  expect(before.get('e0')?.entity.name).toBe('Ada');
  expect(after.get('e1')).toBe(before.get('e1'));
  expect(
    files
      .matcher()
      .match('Ada, Bo, Cy, Dee')
      .map(({ entity }) => entity),
  ).toEqual(['e1', 'e2', 'e0']);
});

test('a patched map is the map with other values', () => {
  const whole = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  const patched = new PatchedMap(whole, new Map([['b', 3]]));
  const copy = new Map([
    ['a', 1],
    ['b', 3],
  ]);
  expect([...patched]).toEqual([...copy]);
  expect([...patched.entries(), ...patched.keys(), ...patched.values()]).toEqual([
    ...copy.entries(),
    ...copy.keys(),
    ...copy.values(),
  ]);
  expect([patched.size, patched.get('a'), patched.get('b'), patched.get('c'), patched.has('c')]).toEqual([
    2,
    1,
    3,
    undefined,
    false,
  ]);
  const seen: unknown[] = [];
  patched.forEach((value, key, map) => {
    seen.push([key, value, map === patched]);
  });
  expect(seen).toEqual([
    ['a', 1, true],
    ['b', 3, true],
  ]);
});
