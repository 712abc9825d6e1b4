import { describe, expect, test } from 'vitest';
import { inContext, listHint, listTitle, occurrenceRows, tagged } from '../../client/src/commands/occurrenceRows.ts';
import type { Occurrence, Occurrences } from '../../server/src/protocol.ts';

/** `[` and `]` mark the words in their sentence. */
function occurrence(marked: string, inside?: string): Occurrence {
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  const position = { line: 4, character: start };
  return {
    range: { start: position, end: position },
    sentence: marked.replace(/[[\]]/g, ''),
    start,
    end,
    ...(inside === undefined ? {} : { inside }),
  };
}

function found(more: Partial<Occurrences> = {}): Occurrences {
  const seed = (name: string, ...occurrences: Occurrence[]) => ({
    uri: `file:///w/seeds/${name}`,
    occurrences,
    annotated: 0,
    rejected: 0,
  });
  return {
    version: 1,
    ranges: [],
    types: [],
    forms: [{ text: 'Kanzhun', kind: 'text', sought: true }],
    seeds: [
      seed('a.txt', occurrence('[Kanzhun] fell.')),
      seed('b%20c.txt', occurrence('The [Kanzhun] Limited.', 'Kanzhun Limited')),
    ],
    searched: 1200,
    unreadable: [],
    more: false,
    ...more,
  };
}

const TYPE = {
  id: 'organization',
  label: 'Organisation',
  key: 'o',
  description: '',
  color: 'organization',
  attributes: [],
};

describe('a row of the list', () => {
  test.each([
    ['[Kanzhun] fell.', '‹Kanzhun› fell.'],
    ['It is [Kanzhun].', 'It is ‹Kanzhun›.'],
    [
      'Regulators in Beijing opened a review of [Kanzhun Limited], the owner of a large job platform with many users.',
      '…opened a review of ‹Kanzhun Limited›, the owner of a large job…',
    ],
    [
      '在这个很长很长很长很长很长很长很长很长很长很长很长很长的句子里[看准]有',
      '…很长很长很长很长很长很长很长很长很长的句子里‹看准›有',
    ],
  ])('%s', (marked, label) => expect(inContext(occurrence(marked))).toBe(label));

  test('says the line, in the workspace also the file, and the longer name; that one is not ticked', () => {
    const rows = (scope: 'document' | 'workspace') =>
      occurrenceRows(found(), scope).flatMap((seed) =>
        seed.rows.map(({ description, ticked }) => [description, ticked]),
      );
    expect(rows('document')).toEqual([
      ['line 5', true],
      ['part of “Kanzhun Limited” · line 5', false],
    ]);
    expect(rows('workspace')).toEqual([
      ['line 5, a.txt', true],
      ['part of “Kanzhun Limited” · line 5, b c.txt', false],
    ]);
  });
});

describe('what the list says', () => {
  test('its title', () => {
    expect(listTitle(found(), 'workspace', TYPE)).toBe('Tag All: “Kanzhun” as Organisation · 2 in 2 seeds of 1,200');
    expect(listTitle(found(), 'document', undefined)).toBe('Tag All: “Kanzhun” · 2 in this seed');
    expect(listTitle(found({ more: true }), 'workspace', TYPE)).toContain('the first 2 in 2 seeds');
  });

  test('what is not in it', () => {
    const [seed] = found().seeds;
    const seeds = seed ? [{ ...seed, occurrences: [], annotated: 3, rejected: 1 }] : [];
    expect(listTitle(found({ seeds, unreadable: ['x'] }), 'document', TYPE)).toBe(
      'Tag All: “Kanzhun” as Organisation · 0 in this seed · 3 annotated already · 1 rejected before · 1 seed unreadable',
    );
    expect(listHint(found(), 'document')).toBe('Enter tags what is ticked. Down, Space: tick or not.');
    expect(listHint(found({ seeds }), 'document')).toBe('Nothing to tag here. Buttons: Shift+Tab.');
    expect(listHint(found({ seeds }), 'workspace')).toBe('Nothing to tag.');
  });

  test('what was done', () => {
    expect(tagged(37, 12)).toBe('Tagged 37 occurrences in 12 seeds.');
    expect(tagged(1, 1)).toBe('Tagged 1 occurrence in one seed.');
  });
});
