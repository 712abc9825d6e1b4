import { describe, expect, test } from 'vitest';
import { nameSentences } from '../../../server/src/features/names/sentences.ts';
import { keyOfEntity } from '../../../server/src/workspace/index/types.ts';
import { indexed } from '../../support/index.ts';
import { ROOT } from '../../support/world.ts';

const FACTS = 'entities:\n  - {id: zed, type: person, name: Zed Quux, aliases: [Zed]}\n';

/** The sentences that name Zed in a text, the name between brackets; `now`: the text has become another since. */
async function listed(text: string, now = text): Promise<string[]> {
  const { names, workspace, world } = await indexed({ 'facts/f.yaml': FACTS, 'seeds/a.txt': text });
  const uri = `${ROOT}seeds/a.txt`;
  world.disk.set(uri, now);
  const mentions = names.mentionsOf(keyOfEntity('zed'))[0]?.mentions ?? [];
  const { sentences } = nameSentences((await workspace.seedTexts([uri])).get(uri), mentions);
  return sentences.map(({ text: words, start, end, range }) => {
    const marked = `${words.slice(0, start)}[${words.slice(start, end)}]${words.slice(end)}`;
    return `${range.start.line}:${range.start.character} ${marked}`;
  });
}

describe('the sentences of a seed that name something', () => {
  test.each<[string, string, readonly string[]]>([
    ['each once', 'A\n\nHe saw Zed and Zed. Then Zed left.\n', ['2:7 He saw [Zed] and Zed.', '2:25 Then [Zed] left.']],
    [
      'on one line, a name over two lines too',
      'A\n\nFor years nobody had heard anything at all of Zed\nQuux, but then all at once he was in town again,\nand   well.\n',
      [
        '2:46 For years nobody had heard anything at all of [Zed Quux], but then all at once he was in town again, and well.',
      ],
    ],
    ['in the title', 'Title: Zed again\nPublished: 2021-07-05\n\nIt rained.\n', ['0:7 [Zed] again']],
    ['behind CRLF and 😀', 'Title: T\r\n\r\n😀 Zed left.\r\n', ['2:3 😀 [Zed] left.']],
  ])('%s', async (_, text, expected) => {
    expect(await listed(text)).toEqual(expected);
  });

  test.each([
    ['is shorter now', 'A\n'],
    ['has another line in front now', 'A\n\nB.\n\nHe saw Zed and Zed. Then Zed left.\n'],
  ])('a text that %s has places, and no words', async (_, now) => {
    expect(await listed('A\n\nHe saw Zed and Zed. Then Zed left.\n', now)).toEqual(['2:7 []', '2:25 []']);
  });
});
