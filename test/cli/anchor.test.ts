import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { runSeedmark } from './run.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/jsonl.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
ajv.addSchema(schema);

/** What is wrong with a line by the published schema. */
function errors(definition: string, line: unknown): unknown {
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${definition}`);
  if (validate === undefined) throw new Error(`${definition} is no schema`);
  validate(line);
  return validate.errors ?? [];
}

describe('seedmark anchor --jsonl', () => {
  const text = 'New: 😀\r\nThe office fined Kanzhun on Monday.\r\nLater Kanzhun paid.';
  const annotation = { id: 'k', quote: 'Kanzhun', at: 17, before: 'The office fined ', after: ' on Monday.' };

  test.each<[string, object, unknown]>([
    [
      'offsets are those of the text as given',
      { id: 'a', text, annotations: [annotation] },
      { id: 'a', anchors: [{ id: 'k', start: 26, end: 33, state: 'moved', score: expect.any(Number) }] },
    ],
    [
      'with the text as it was',
      { id: 'b', text, base: 'The office fined Kanzhun on Monday.\nLater Kanzhun paid.', annotations: [annotation] },
      { id: 'b', anchors: [{ id: 'k', start: 26, end: 33, state: 'moved', score: expect.any(Number) }] },
    ],
    [
      'orphaned: no place',
      { text, annotations: [{ ...annotation, before: 'Nobody speaks of ', after: ' any more, it is gone.' }] },
      { anchors: [{ id: 'k', start: null, end: null, state: 'orphaned', score: expect.any(Number) }] },
    ],
    [
      'parts',
      { text, annotations: [{ quote: ['office', 'Monday'], before: 'The ', after: '.' }] },
      {
        anchors: [
          {
            start: 13,
            end: 43,
            state: 'moved',
            score: expect.any(Number),
            parts: [
              { start: 13, end: 19 },
              { start: 37, end: 43 },
            ],
          },
        ],
      },
    ],
    ['no annotations', { id: 0, text, annotations: [] }, { id: 0, anchors: [] }],
    ['no text', { id: 'c', annotations: [] }, { id: 'c', error: '"text" must be a string' }],
    ['no list', { id: 'd', text }, { id: 'd', error: '"annotations" must be a list' }],
    [
      'half an annotation',
      { id: 'e', text, annotations: [annotation, { id: 'x' }] },
      { id: 'e', error: 'annotation 2: "quote" must be a string, or a list of strings' },
    ],
    [
      'a position that is none',
      { id: 'f', text, annotations: [{ ...annotation, at: -1 }] },
      { id: 'f', error: 'annotation 1: "at" must be a number of code points, 0 or more' },
    ],
  ])('%s', async (_, line, expected) => {
    const { status, out, err } = await runSeedmark(tmpdir(), ['anchor', '--jsonl'], JSON.stringify(line));
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const said = JSON.parse(out);
    expect(said).toEqual(expected);
    const failed = 'error' in said;
    expect(errors(failed ? 'failure' : 'anchorAnswer', said)).toEqual([]);
    if (!failed) expect(errors('anchorDocument', line)).toEqual([]);
  });

  test('a bad line does not stop the rest, and the answers come in order', async () => {
    const lines = ['no json', '[]', '', JSON.stringify({ id: 'last', text, annotations: [annotation] })];
    const { status, out } = await runSeedmark(tmpdir(), ['anchor', '--jsonl'], lines.join('\n'));
    expect(status).toBe(0);
    const said = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(said).toMatchObject([
      { error: expect.stringContaining('not JSON') },
      { error: expect.stringContaining('must be a JSON object') },
      { id: 'last', anchors: [{ start: 26 }] },
    ]);
  });

  test('paths are wrong usage', async () => {
    const { status, err } = await runSeedmark(tmpdir(), ['anchor', '--jsonl', 'a.txt']);
    expect(status).toBe(2);
    expect(err).toContain('--jsonl');
  });
});
