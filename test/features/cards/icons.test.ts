import { expect, test } from 'vitest';
import { typeIcon as clientIcon } from '../../../client/src/views/typeIcons.ts';
import { typeIcon } from '../../../server/src/features/cards/icons.ts';
import { BUILT_IN_TYPES } from '../../../server/src/project/defaults.ts';

test('a card has the icon that the views have', () => {
  for (const { id, color } of [...BUILT_IN_TYPES, { id: 'vessel', color: 'custom1' }])
    expect(typeIcon(id, { icons: true })).toBe(`$(${clientIcon({ type: id, color }).name}) `);
  expect(typeIcon('constructor', { icons: true })).toBe('$(tag) ');
});

test('and none where the editor would show its name', () => {
  expect(typeIcon('person', {})).toBe('');
});
