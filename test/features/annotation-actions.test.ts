import { describe, expect, test } from 'vitest';
import { annotationActions } from '../../server/src/features/annotation-actions.ts';
import { computeEdit } from '../../server/src/lsp/edit-requests.ts';
import { isSidecarFix } from '../../server/src/lsp/fixes.ts';
import { withCursor } from '../support/cursor.ts';
import { openSeed } from '../support/world.ts';

const SIDECAR = `annotations:
  - {id: a1, type: organization, quote: University of Canada, status: suggested}
  - {id: b2, type: place, quote: Canada}
  - {id: c3, type: person, quote: Li, status: rejected}
`;

async function offered(marked: string): Promise<Record<string, string>> {
  const { text, position } = withCursor(marked);
  const { snapshot, workspace, world } = await openSeed(text, { 'seeds/a.txt.annotations.yaml': SIDECAR });
  const made: Record<string, string> = {};
  for (const { title, data } of annotationActions(snapshot, { start: position, end: position })) {
    if (!isSidecarFix(data)) throw new Error(`“${title}” does nothing`);
    const result = await computeEdit(workspace, world, snapshot, data.method, { ...data.params, by: '' });
    made[title] =
      'files' in result ? (result.files[0]?.edits.map(({ newText }) => newText).join('|') ?? '') : result.problem;
  }
  return made;
}

describe('of an annotation', () => {
  test('a suggested one is confirmed, rejected or removed', async () => {
    const found = await offered('The Uni$0versity of Canada. Li left.\n');
    expect(Object.keys(found)).toEqual([
      'Confirm: “University of Canada” is an organisation',
      'Reject: “University of Canada” is no organisation',
      'Remove the annotation “University of Canada”',
    ]);
    expect(found['Reject: “University of Canada” is no organisation']).toContain('rejected');
  });

  test('the innermost one; what is decided can be decided otherwise', async () => {
    expect(Object.keys(await offered('The University of Can$0ada. Li left.\n'))).toEqual([
      'Reject: “Canada” is no place',
      'Remove the annotation “Canada”',
    ]);
    expect(Object.keys(await offered('The University of Canada. L$0i left.\n'))).toEqual([
      'Confirm: “Li” is a person',
      'Remove the annotation “Li”',
    ]);
  });

  test('nothing where there is none', async () => {
    expect(await offered('T$0he University of Canada.\n')).toEqual({});
  });
});
