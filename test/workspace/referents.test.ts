import { describe, expect, test } from 'vitest';
import type { PlacedAnnotation } from '../../server/src/annotations/types.ts';
import { collect, collectWith, referentsOf } from '../../server/src/workspace/referents.ts';
import type { SeedSnapshot } from '../../server/src/workspace/snapshot.ts';
import { NEVER_CANCELLED, openSeed } from '../support/world.ts';

function names(...written: string[]) {
  return written.map((one) => {
    const [type = '', text = '', entity] = one.split(': ');
    return { type, text, entity };
  });
}

describe('a short name stands for the full one', () => {
  test.each<[short: string, written: readonly string[], full: string | undefined]>([
    ['person: Wang', ['person: Wang Wenbin', 'person: Wang'], 'Wang Wenbin'],
    ['person: Trump', ['person: Donald Trump'], 'Donald Trump'],
    ['person: Trump', ['person: Donald J. Trump'], 'Donald J. Trump'],
    ['person: von der Leyen', ['person: Ursula von der Leyen'], 'Ursula von der Leyen'],
    ['person: Leyen', ['person: Ursula von der Leyen'], 'Ursula von der Leyen'],
    ['organization: Didi', ['organization: Didi Chuxing'], 'Didi Chuxing'],
    ['organization: WHO', ['organization: World Health Organization'], 'World Health Organization'],
    ['organization: CAC', ['organization: Cyberspace Administration of China'], 'Cyberspace Administration of China'],
    ['place: U.K.', ['place: United Kingdom'], 'United Kingdom'],
    // Two may be meant.
    ['person: Trump', ['person: Donald Trump', 'person: Ivanka Trump'], undefined],
    // They are one, by the facts.
    ['person: Trump', ['person: Donald Trump: t', 'person: Donald John Trump: t'], 'Donald Trump'],
    ['person: Wang', ['organization: Wang Group'], undefined],
    ['place: Health', ['place: Health City'], undefined],
    ['person: Donald Trump', ['person: Donald Trump'], undefined],
    ['person: J', ['person: Donald J Trump'], undefined],
    ['work: Hamlet', ['work: Hamlet of Denmark'], undefined],
    ['person: A.', ['person: A. Kuprin'], undefined],
    ['person: Kuprin', ['person: A. Kuprin'], 'A. Kuprin'],
    // What many begin with may be any of them.
    ['organization: Bank', ['organization: Bank of America'], undefined],
    ['organization: National', ['organization: National Rally'], undefined],
    ['organization: University', ['organization: University of Graz'], undefined],
    ['organization: Labour', ['organization: Labour Party'], 'Labour Party'],
    // A country, though somebody took it for a firm once.
    ['organization: China', ['organization: China Mobile', 'place: China'], undefined],
    ['organization: Washington', ['organization: Washington Post', 'place: Washington'], undefined],
    // By its last word, with an article in front that is no part of the name.
    ['organization: Alliance', ['organization: Full Truck Alliance'], 'Full Truck Alliance'],
    ['organization: Bank', ['organization: World Bank'], 'World Bank'],
    ['organization: Bank', ['organization: World Bank', 'organization: Bank of America'], undefined],
    ['organization: Alliance', ['organization: Full Truck Alliance', 'organization: Green Alliance'], undefined],
    ['organization: Didi', ['organization: Full Didi'], undefined],
    // Two spellings of one name.
    ['organization: DiDi Chuxing', ['organization: Didi Chuxing', 'organization: DiDi Chuxing'], 'Didi Chuxing'],
    ['person: XI JINPING', ['person: XI JINPING', 'person: Xi Jinping'], 'Xi Jinping'],
    ['person: Jose Garcia', ['person: José García'], 'José García'],
    ['person: Jean Pierre Lacroix', ['person: Jean-Pierre Lacroix'], 'Jean-Pierre Lacroix'],
    ["person: Sinead O'Connor", ['person: Sinead O’Connor'], 'Sinead O’Connor'],
    ['organization: Who', ['organization: WHO'], undefined],
    ['organization: DIDI', ['organization: Didi Chuxing'], undefined],
    ['person: GARCIA', ['person: José García'], 'José García'],
    // With its legal form and without.
    ['organization: Kanzhun', ['organization: Kanzhun Ltd.'], 'Kanzhun Ltd.'],
    ['organization: Full Truck', ['organization: Full Truck Co., Ltd'], 'Full Truck Co., Ltd'],
    // Surnames of two stay apart, whatever one of them is called besides.
    ['person: Bush', ['person: George Bush', 'person: Laura Bush'], undefined],
    // Lines end anywhere.
    ['person: von der\nLeyen', ['person: Ursula von der Leyen'], 'Ursula von der Leyen'],
  ])('%s in %j', (short, written, full) => {
    const [{ type, text } = { type: '', text: '' }] = names(short);
    expect(collect(names(...written)).fullOf(type, text)?.text).toBe(full);
  });

  test('its entity is that of the full name', () => {
    expect(collect(names('person: Wang Wenbin: wang-wenbin')).fullOf('person', 'Wang')?.entity).toBe('wang-wenbin');
  });

  test('the same words have the entity that somebody linked them to, unless they were linked to two', () => {
    const annotation = (entity: string, quote = 'Wang', status = 'confirmed') =>
      ({ annotation: { id: entity, type: 'person', quote: [quote], entity, status } }) as unknown as PlacedAnnotation;
    const found = names('person: Wang', 'person: Lu');
    expect(collectWith(found, [annotation('ww')]).entityOf('person', 'Wang')).toBe('ww');
    expect(collectWith(found, [annotation('ww')]).entityOf('person', 'Lu')).toBeUndefined();
    expect(collectWith(found, [annotation('ww'), annotation('wy')]).entityOf('person', 'Wang')).toBeUndefined();
    expect(collectWith(found, [annotation('ww', 'Wang', 'rejected')]).entityOf('person', 'Wang')).toBeUndefined();
    expect(collectWith(found, [annotation('ww', 'Wang Wenbin')]).entityOf('person', 'Wang')).toBe('ww');
  });

  test('all forms of a name are known', () => {
    const referents = collect(
      names('person: Wang', 'person: Wang Wenbin', 'place: Wang', 'person: Wenbin', 'person: Lu'),
    );
    expect(referents.formsOf('person', 'Wang Wenbin')).toEqual(['Wang', 'Wenbin']);
    expect(referents.formsOf('person', 'Lu')).toEqual([]);
  });
});

test('a key that leaves the names as they are leaves what they stand for, one that does not changes it', async () => {
  const facts = { 'facts/f.yaml': 'entities:\n  - {id: wb, type: organization, name: World Bank}\n' };
  const { workspace, uri, snapshot } = await openSeed('The World Bank and the WB met in China.\n', facts);
  const before = referentsOf(snapshot);
  expect(before.fullOf('organization', 'WB')?.entity).toBe('wb');
  const type = async (character: number, text: string, version: number) => {
    const place = { line: 0, character };
    workspace.change(uri, [{ range: { start: place, end: place }, text }], version);
    return (await workspace.analyze(workspace.seed(uri) as SeedSnapshot, NEVER_CANCELLED)) as SeedSnapshot;
  };
  expect(referentsOf(await type(24, 'x', 2))).toBe(before);
  const without = referentsOf(await type(5, 'x', 3));
  expect(without).not.toBe(before);
  expect(without.fullOf('organization', 'WB')).toBeUndefined();
});
