import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { describe as describeSpan } from '../../server/src/annotations/describe.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { OriginTexts } from '../../server/src/workspace/origins.ts';
import { annotation } from '../support/annotated.ts';
import { openSeed, ROOT, world } from '../support/world.ts';

const NAME = 'seeds/a.txt';
/** Two sentences alike: only the position, in a text that is known, tells which is meant. */
const ROW = 'The minister met Li Wei in the capital.\n\n';
const TEXT = `Source: Skylark\n\n${ROW}Nobody knew why they had met, or for how long.\n\n${ROW}The end.\n`;
const SECOND = TEXT.lastIndexOf('Li Wei');

function idOf(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function sidecar(textId: string, extra = ''): string {
  const { before, after, at } = describeSpan(TEXT, [{ start: SECOND, end: SECOND + 6 }]);
  return `seedmark: 1\ntext: ${textId}\nannotations:\n  - id: a1\n    type: person\n    quote: Li Wei\n    at: ${at}\n    before: ${JSON.stringify(before)}\n    after: ${JSON.stringify(after)}\n${extra}`;
}

/** Where the annotation stands in a text that is opened beside a sidecar. */
async function placed(text: string, annotations: string, earlier: readonly string[] = []) {
  const files = { [`${NAME}.annotations.yaml`]: annotations };
  const { workspace, uri, world: w } = await openSeed('', files, NAME);
  workspace.close(uri);
  await workspace.settled();
  for (const one of earlier) w.texts.set(idOf(one), one.replace(/^\ufeff/, ''));
  workspace.open(uri, text, 2);
  await workspace.settled();
  const [found] = workspace.seed(uri)?.annotations ?? [];
  const [span] = found?.spans ?? [];
  return `${found?.state} ${span?.start ?? ''}`.trim();
}

describe('the text that positions were taken from', () => {
  test('is the one that is open: the position tells', async () => {
    expect(await placed(TEXT, sidecar(idOf(TEXT)))).toBe(`exact ${SECOND}`);
  });

  test.each([
    ['CRLF here, LF there', TEXT.replaceAll('\n', '\r\n'), TEXT],
    ['LF here, CRLF there', TEXT, TEXT.replaceAll('\n', '\r\n')],
    ['a byte order mark there, which editors hide', TEXT, `\ufeff${TEXT}`],
    ['both', TEXT.replaceAll('\n', '\r\n'), `\ufeff${TEXT}`],
  ])('is the same with %s', async (_, here, there) => {
    expect(await placed(here, sidecar(idOf(there)))).toBe(`exact ${here.lastIndexOf('Li Wei')}`);
  });

  test('is at hand by its id: what it was like tells', async () => {
    const changed = TEXT.replace('Skylark', 'The Skylark News').replace('The end.', 'The end of it.');
    expect(await placed(changed, sidecar(idOf(TEXT)), [TEXT])).toBe(`moved ${changed.lastIndexOf('Li Wei')}`);
  });

  test('of one entry is another than that of the file', async () => {
    const changed = TEXT.replace('Skylark', 'The Skylark News');
    expect(await placed(changed, sidecar(idOf(changed), `    text: ${idOf(TEXT)}\n`), [TEXT])).toBe(
      `moved ${changed.lastIndexOf('Li Wei')}`,
    );
  });

  test('is the one on the disk, or the one that was opened', async () => {
    const changed = TEXT.replace('Skylark', 'The Skylark News').replace('The end.', 'The end of it.');
    const files = { [`${NAME}.annotations.yaml`]: sidecar(idOf(TEXT)), [NAME]: TEXT };
    // An editor that comes back with what it had not saved.
    const { workspace, uri, world: w } = await openSeed(changed, files, NAME);
    expect(workspace.seed(uri)?.annotations[0]?.spans[0]?.start).toBe(changed.lastIndexOf('Li Wei'));
    workspace.close(uri);
    w.disk.set(uri, 'nothing of the kind');
    w.texts.clear();
    // Somebody types before the annotations have been read.
    workspace.open(uri, TEXT, 1);
    workspace.change(uri, [{ text: changed }], 2);
    await workspace.settled();
    expect(workspace.seed(uri)?.annotations[0]?.spans[0]?.start).toBe(changed.lastIndexOf('Li Wei'));
  });

  test('that an editor showed is kept, in the forms in which colleagues may name it', async () => {
    const w = world();
    const origins = new OriginTexts(w.blobs);
    const lines = TextLines.from(TEXT.replaceAll('\n', '\r\n'));
    const own = { ...annotation(describeSpan(TEXT, [{ start: SECOND, end: SECOND + 6 }])), id: 'a1' };
    await origins.of({ text: idOf(TEXT), annotations: [own] }, `${ROOT}${NAME}`, lines);
    expect([...w.texts.keys()]).toEqual([idOf(TEXT)]);
    await origins.keep(lines, true);
    expect(w.texts.get(idOf(`\ufeff${lines}`))).toBe(lines.toString());
    expect(await origins.idFor(lines, false, idOf(TEXT))).toBe(idOf(TEXT));
    expect(await origins.idFor(lines, false, 'another')).toBe(idOf(lines.toString()));
  });

  test('comes back under an open editor: every place is the first again', async () => {
    const { workspace, uri } = await openSeed(TEXT, { [`${NAME}.annotations.yaml`]: sidecar(idOf(TEXT)) }, NAME);
    const other = `Source: Another\n\n${'Something else altogether happened on that day.\n\n'.repeat(4)}`;
    workspace.change(uri, [{ text: other }], 2);
    expect(workspace.seed(uri)?.annotations[0]?.state).toBe('orphaned');
    workspace.change(uri, [{ text: TEXT }], 3);
    expect(workspace.seed(uri)?.annotations[0]).toMatchObject({ state: 'exact', spans: [{ start: SECOND }] });
  });
});
