import { describe, expect, test } from 'vitest';
import { hintTooltip, inlayHints } from '../../server/src/features/inlay-hints.ts';
import type { TimeHints } from '../../server/src/protocol.ts';
import { openSeed, ROOT } from '../support/world.ts';

const HEAD = 'Source: Skynews Published: 2021-07-05\n\n';

/** The lines of a text with the hints in them, in `‹›`. */
async function hinted(
  text: string,
  { times = 'relative', files = {}, first = 0, last = 99 }: Options = {},
): Promise<string> {
  const { snapshot } = await openSeed(text, files);
  const lines = text.split('\n');
  for (const { position, label, paddingLeft } of inlayHints(snapshot, first, last, times).reverse()) {
    const line = lines[position.line] ?? '';
    expect(paddingLeft).toBe(true);
    lines[position.line] = `${line.slice(0, position.character)}‹${label}›${line.slice(position.character)}`;
  }
  return lines.join('\n');
}

interface Options {
  readonly times?: TimeHints;
  readonly files?: Record<string, string>;
  readonly first?: number;
  readonly last?: number;
}

describe('values behind times', () => {
  test.each<[string, string, string]>([
    // A text, and what `relative` and `all` make of it.
    ['It came on Monday.', 'It came on Monday‹2021-07-05›.', 'It came on Monday‹2021-07-05›.'],
    ['It came on June 11.', 'It came on June 11‹2021-06-11›.', 'It came on June 11‹2021-06-11›.'],
    ['It came last week.', 'It came last week‹2021-W26›.', 'It came last week‹2021-W26›.'],
    ['It came on 5 July 2021.', 'It came on 5 July 2021.', 'It came on 5 July 2021‹2021-07-05›.'],
    // What says its value, what no value says better, and what has none.
    ['It came on 2021-07-05.', 'It came on 2021-07-05.', 'It came on 2021-07-05.'],
    ['It came in 2019.', 'It came in 2019.', 'It came in 2019.'],
    ['It took three days.', 'It took three days.', 'It took three days.'],
    ['It comes every Monday.', 'It comes every Monday.', 'It comes every Monday.'],
    ['It came recently.', 'It came recently.', 'It came recently.'],
    ['It came on 31 June 2021.', 'It came on 31 June 2021.', 'It came on 31 June 2021.'],
    ['It came on 05/07/2021.', 'It came on 05/07/2021.', 'It came on 05/07/2021.'],
    ['It rained.', 'It rained.', 'It rained.'],
    ['It came on\nMonday and\nTuesday.', 'It came on\nMonday‹2021-07-05› and\nTuesday‹2021-06-29›.', ''],
  ])('%s', async (text, relative, all) => {
    expect(await hinted(`${HEAD}${text}\n`)).toBe(`${HEAD}${relative}\n`);
    if (all !== '') expect(await hinted(`${HEAD}${text}\n`, { times: 'all' })).toBe(`${HEAD}${all}\n`);
    expect(await hinted(`${HEAD}${text}\n`, { times: 'off' })).toBe(`${HEAD}${text}\n`);
  });

  test('none where the day of publication is not known, and none in the metadata', async () => {
    const text = 'Source: Skynews\nTitle: Ships move on Monday\n\nIt came on Monday.\n';
    expect(await hinted(text, { times: 'all' })).toBe(text);
    const dated = 'Source: Skynews Published: 5 July 2021\nTitle: Ships move on Monday\n\nIt rained.\n';
    expect(await hinted(dated, { times: 'all' })).toBe(dated);
  });

  test('none outside of the lines asked for', async () => {
    const text = `${HEAD}On Monday.\n\nOn Monday.\nOn Friday.\n\nOn Monday.\n`;
    expect(await hinted(text, { first: 5, last: 6 })).toBe(text.replace('Friday', 'Friday‹2021-07-02›'));
  });

  test('what somebody annotated is what it means', async () => {
    const sidecar = (status: string) =>
      `annotations:\n  - {id: a1, type: date, quote: Monday, attributes: {value: "2021-06-28"}, status: ${status}}\n`;
    const files = (status: string) => ({ 'seeds/a.txt.annotations.yaml': sidecar(status) });
    expect(await hinted(`${HEAD}On Monday.\n`, { files: files('confirmed') })).toContain('Monday‹2021-06-28›');
    expect(await hinted(`${HEAD}On Monday.\n`, { files: files('rejected') })).toContain('Monday‹2021-07-05›');
  });

  test('hints of a paragraph that stands are others when they are asked for differently, or its annotations are', async () => {
    const path = 'seeds/a.txt.annotations.yaml';
    const sidecar = (annotations: string) => `seedmark: 1\nannotations:${annotations}\n`;
    const one = sidecar('\n  - {id: a1, type: date, quote: Monday, attributes: {value: "2021-06-28"}}');
    const { workspace, uri, world, snapshot } = await openSeed(`${HEAD}On Monday and on 2 July 2021.\n`, {
      [path]: one,
    });
    const labels = (seed: typeof snapshot | undefined, times: TimeHints) =>
      seed && inlayHints(seed, 0, 9, times).map(({ label }) => label);
    const withSidecar = async (text: string) => {
      world.disk.set(ROOT + path, text);
      workspace.filesChanged([ROOT + path]);
      await workspace.settled();
      return workspace.seed(uri);
    };
    expect(labels(snapshot, 'relative')).toEqual(['2021-06-28']);
    const without = await withSidecar(sidecar(' []'));
    expect(labels(without, 'relative')).toEqual(['2021-07-05']);
    expect(labels(without, 'all')).toEqual(['2021-07-05', '2021-07-02']);
    expect(labels(without, 'relative')).toEqual(['2021-07-05']);
    expect(labels(await withSidecar(one), 'relative')).toEqual(['2021-06-28']);
  });

  test('a tooltip says it in words, and why; text from files is text', async () => {
    const { snapshot } = await openSeed(`${HEAD}It came on Friday.\n`);
    const [first] = inlayHints(snapshot, 0, 99, 'relative');
    expect(first && hintTooltip(snapshot, first.position)).toEqual({
      kind: 'markdown',
      value: '**Friday, 2 July 2021**\n\nThe Friday before the day of publication, 5 July 2021\\.',
    });
    const files = {
      'seeds/a.txt.annotations.yaml':
        'annotations:\n  - {id: a1, type: date, quote: Friday, attributes: {value: "![x](y)\\n<b>"}}\n',
    };
    const { snapshot: other } = await openSeed(`${HEAD}It came on Friday.\n`, files);
    const [hint] = inlayHints(other, 0, 99, 'relative');
    expect(hint?.label).toBe('![x](y) <b>');
    expect(hint && hintTooltip(other, hint.position)).toMatchObject({
      value: expect.not.stringMatching(/[^\\]\[|<b>/),
    });
  });

  test('of a place without a hint nothing is said', async () => {
    const { snapshot } = await openSeed(`${HEAD}It came on Friday.\n`);
    expect(hintTooltip(snapshot, { line: 2, character: 3 })).toBeUndefined();
    expect(hintTooltip(snapshot, { line: 99, character: 0 })).toBeUndefined();
  });

  test('an empty document', async () => {
    expect(await hinted('')).toBe('');
  });
});
