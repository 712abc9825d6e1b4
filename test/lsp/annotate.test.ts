import { describe, expect, test } from 'vitest';
import { computeEdit } from '../../server/src/lsp/edit-requests.ts';
import {
  changeRequest,
  type EditResult,
  newEntityRequest,
  relateRequest,
  removeRequest,
  tagRequest,
  unrelateRequest,
} from '../../server/src/protocol.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { openSeed, ROOT } from '../support/world.ts';

const TEXT = 'Published: 2021-07-05\n\nLi Wei of Skylark met Bo Chen in Paris.\n';
const FILE = `${ROOT}seeds/a.txt.annotations.yaml`;
const PROJECT = 'relations:\n  - {id: works-for, label: works for, from: [person], to: [organization]}\n';
const SIDECAR = `seedmark: 1
annotations:
  - id: li
    type: person
    quote: Li Wei
  - id: sky
    type: organization
    quote: Skylark
`;

/** The files after a request, or the problem. */
async function written(
  method: string,
  params: object,
  files: Record<string, string> = { 'seedmark.yaml': PROJECT, 'seeds/a.txt.annotations.yaml': SIDECAR },
): Promise<Map<string, string> | string> {
  const { workspace, snapshot, world } = await openSeed(TEXT, files);
  const result: EditResult = await computeEdit(workspace, world, snapshot, method, {
    uri: snapshot.uri,
    by: '',
    ...params,
  });
  if ('problem' in result) return result.problem;
  return new Map(
    result.files.map(({ uri, edits }) => {
      const text = world.disk.get(uri) ?? '';
      const lines = TextLines.from(text);
      const spans = edits.map(({ range, newText }) => ({
        start: lines.offsetAt(range.start),
        end: lines.offsetAt(range.end),
        newText,
      }));
      return [uri, applyEdits(text, spans)];
    }),
  );
}

async function sidecarAfter(method: string, params: object, files?: Record<string, string>): Promise<string> {
  const result = await written(method, params, files);
  return typeof result === 'string' ? `! ${result}` : (result.get(FILE) ?? 'not written');
}

function range(words: string) {
  const lines = TextLines.from(TEXT);
  const start = TEXT.indexOf(words);
  return { start: lines.positionAt(start), end: lines.positionAt(start + words.length) };
}

describe('edits as requests ask for them', () => {
  test('an annotation and a passage are changed in one edit', async () => {
    const targets = [{ id: 'li' }, { ranges: [range('Bo Chen')], type: 'person', entity: 'bo' }];
    const text = await sidecarAfter(changeRequest, {
      targets,
      change: { note: 'seen', attributes: { role: 'guest' } },
    });
    expect(text).toMatch(/quote: Li Wei\n {4}attributes: \{ role: guest \}\n {4}note: seen\n/);
    expect(text).toMatch(
      /quote: Bo Chen\n(?:.*\n)+ {4}entity: bo\n {4}attributes: \{ role: guest \}\n {4}note: seen\n/,
    );
  });

  test('a rejection for the whole document', async () => {
    const targets = [{ ranges: [range('Paris')], type: 'place' }];
    const text = await sidecarAfter(changeRequest, { targets, change: { status: 'rejected', everywhere: true } });
    expect(text).toMatch(/quote: Paris\n(?:.*\n)+ {4}status: rejected\n {4}everywhere: true\n/);
    expect(
      await sidecarAfter(tagRequest, { ranges: [range('Paris')], type: 'place', rejected: true, everywhere: true }),
    ).toBe(text);
  });

  test.each([
    [
      'a type that is not the project’s',
      changeRequest,
      { targets: [{ id: 'li' }], change: { type: 'ship' } },
      /no type “ship”/,
    ],
    [
      'of a passage',
      changeRequest,
      { targets: [{ ranges: [range('Paris')], type: 'ship' }], change: {} },
      /no type “ship”/,
    ],
    ['another version', changeRequest, { targets: [{ id: 'li' }], change: {}, version: 7 }, /changed meanwhile/],
    ['no targets', changeRequest, { change: {} }, /Nothing was changed/],
    [
      'a relation that is not the project’s',
      relateRequest,
      { type: 'owns', from: 'li', to: 'sky' },
      /no relation “owns”/,
    ],
    [
      'one that cannot begin there',
      relateRequest,
      { type: 'works-for', from: 'sky', to: 'sky' },
      /“works for” cannot begin at Organisation/,
    ],
    [
      'one that cannot end there',
      relateRequest,
      { type: 'works-for', from: 'li', to: 'li' },
      /“works for” cannot end at Person/,
    ],
  ])('refused: %s', async (_, method, params, message) => {
    expect(await written(method, params)).toMatch(message);
  });

  test('a relation is made and removed, and goes with an annotation', async () => {
    const related = await sidecarAfter(relateRequest, { type: 'works-for', from: 'li', to: 'sky' });
    expect(related).toMatch(
      /relations:\n {2}- id: \w{8}\n {4}type: works-for\n {4}from: li\n {4}to: sky\n {4}on: "2021-07-06"\n$/,
    );
    const files = { 'seeds/a.txt.annotations.yaml': related };
    const id = /relations:\n {2}- id: (\w+)/.exec(related)?.[1];
    expect(await sidecarAfter(unrelateRequest, { ids: [id] }, files)).toMatch(/relations: \[\]\n$/);
    expect(await sidecarAfter(removeRequest, { ids: ['sky'] }, files)).toMatch(/relations: \[\]\n$/);
  });

  test('where the project knows no relations, any will do', async () => {
    const files = { 'seeds/a.txt.annotations.yaml': SIDECAR };
    expect(await sidecarAfter(relateRequest, { type: 'knows', from: 'li', to: 'sky' }, files)).toContain('type: knows');
  });
});

describe('a new entity', () => {
  const make = (files?: Record<string, string>) =>
    written(newEntityRequest, { name: 'Li  Wei', type: 'person', targets: [{ id: 'li' }] }, files);

  test('goes into the facts file that has most of its type, and is linked', async () => {
    const files = {
      'seeds/a.txt.annotations.yaml': SIDECAR,
      'facts/a.yaml': 'entities:\n  - {id: x, type: place, name: X}\n',
      'facts/b.yaml': 'entities:\n  - {id: li-wei, type: person, name: Li Wei the Elder}\n',
    };
    const result = await make(files);
    expect(result).toBeInstanceOf(Map);
    const edited = result as Map<string, string>;
    expect([...edited.keys()]).toEqual([`${ROOT}facts/b.yaml`, FILE]);
    expect(edited.get(`${ROOT}facts/b.yaml`)).toContain('id: li-wei-2');
    expect(edited.get(FILE)).toContain('entity: li-wei-2');
  });

  test('makes the file where there is none', async () => {
    const edited = (await make({ 'seeds/a.txt.annotations.yaml': SIDECAR })) as Map<string, string>;
    expect(edited.get(`${ROOT}facts/entities.yaml`)).toBe(
      'entities:\n  - id: li-wei\n    type: person\n    name: Li Wei\n',
    );
  });

  test('needs a name', async () => {
    expect(await written(newEntityRequest, { name: ' ', type: 'person', targets: [] })).toMatch(/needs a name/);
  });
});
