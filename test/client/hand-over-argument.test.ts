import { expect, test } from 'vitest';
import {
  readDossierArgument,
  readExportArgument,
  readMentionsArgument,
  readQuotationArgument,
} from '../../client/src/commands/argument.ts';
import { lastUsedFirst } from '../../client/src/commands/lastUsed.ts';

const NOTHING = {
  uri: undefined,
  format: undefined,
  scope: undefined,
  rejected: false,
  mark: false,
  target: undefined,
};

test.each<[unknown, object]>([
  [undefined, NOTHING],
  ['csv', NOTHING],
  [{ format: 1, scope: 'all', target: [], rejected: 'yes', mark: 1 }, NOTHING],
  [
    { format: 'csv', scope: 'workspace', target: 'file:///x.csv', rejected: true, mark: true, uri: 'file:///a.seed' },
    {
      format: 'csv',
      scope: 'workspace',
      target: 'file:///x.csv',
      rejected: true,
      mark: true,
      uri: 'file:///a.seed',
    },
  ],
])('what came with Export…: %j', (argument, expected) => {
  expect(readExportArgument(argument)).toEqual(expected);
});

test.each<[unknown, object]>([
  [null, { uri: undefined, ranges: undefined, format: undefined }],
  // What the context menu passes: the address of the document.
  [
    { scheme: 'file', path: '/a.seed' },
    { uri: undefined, ranges: undefined, format: undefined },
  ],
  [
    { format: 'plain', ranges: ['x'] },
    { uri: undefined, ranges: undefined, format: 'plain' },
  ],
])('what came with Copy as Quotation: %j', (argument, expected) => {
  expect(readQuotationArgument(argument)).toEqual(expected);
});

test.each<[unknown, object]>([
  [undefined, {}],
  [{ uri: 7, position: { line: 1.5, character: 0 }, entity: null }, {}],
  [
    { uri: 'file:///a.seed', position: { line: 1, character: 2, more: 3 } },
    { uri: 'file:///a.seed', position: { line: 1, character: 2 } },
  ],
  [{ entity: '#who' }, { entity: '#who' }],
])('what came with Show All Mentions: %j', (argument, expected) => {
  expect(readMentionsArgument(argument)).toEqual({
    uri: undefined,
    position: undefined,
    entity: undefined,
    ...expected,
  });
});

test('what was used last is offered first, the others stay in their order', () => {
  const choices = ['a', 'b', 'c'].map((id) => ({ id }));
  expect(lastUsedFirst(choices, 'c').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(lastUsedFirst(choices, undefined)).toEqual(choices);
  expect(lastUsedFirst(choices, 'gone')).toEqual(choices);
});

test.each<[unknown, object]>([
  [undefined, { key: undefined, at: undefined }],
  [
    { key: 5, uri: 'file:///a', position: null },
    { key: undefined, at: undefined },
  ],
  [
    { uri: 5, position: { line: 1, character: 2 } },
    { key: undefined, at: undefined },
  ],
  [{ key: '#zed' }, { key: '#zed', at: undefined }],
  [
    { uri: 'file:///a', position: { line: 1, character: 2, more: 3 } },
    { key: undefined, at: { uri: 'file:///a', position: { line: 1, character: 2 } } },
  ],
])('what came with Dossier…: %j', (argument, expected) => {
  expect(readDossierArgument(argument)).toEqual(expected);
});
