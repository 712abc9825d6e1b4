import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { commandLink, escapeMarkdown, externalLink } from '../../server/src/features/markdown.ts';
import { withCursor } from '../support/cursor.ts';
import { openSeed } from '../support/world.ts';

const FACTS = `entities:
  - id: kanzhun
    type: organization
    name: Kanzhun
    aliases: [Boss Zhipin's owner]
    description: A *recruiting* company <b>of</b> China
    facts:
      - {what: listed on, value: NASDAQ, on: 2021-06-11, source: 'https://example.org/a(b)'}
      - {what: "[x](command:evil)", value: "$(bug) ![i](https://evil/x.png)"}
    links: {wikidata: Q1, homepage: 'javascript:alert(1)', site: 'https://example.org/'}
`;
const SIDECAR = `seedmark: 1
annotations:
  - {id: a1, type: organization, quote: Kanzhun, at: 40, before: "\\n\\n", after: " floated", note: "an <i>old</i> name", by: [ann], on: 2026-01-02}
`;
const HEAD = 'Source: Skynews Published: 2021-07-05\n\n';

async function card(
  marked: string,
  options: { files?: Record<string, string>; trusted?: boolean; commands?: string[] } = {},
) {
  const { text, position } = withCursor(marked);
  const { snapshot, workspace } = await openSeed(text, options.files ?? { 'facts/f.yaml': FACTS });
  const { trusted = true, commands = [] } = options;
  const found = hover(snapshot, position, { trusted, commands, icons: true, linesOf: (uri) => workspace.linesOf(uri) });
  return (found?.contents as { value: string } | undefined)?.value;
}

describe('hover', () => {
  test('a name with a facts entry: name and type first, then facts, links and places', async () => {
    expect(await card(`${HEAD}Kan$0zhun floated. Kanzhun fell.\n`)).toMatchInlineSnapshot(`
      "$(briefcase) **Kanzhun** · Organisation · from your facts

      A \\*recruiting\\* company &lt;b&gt;of&lt;\\/b&gt; China

      | | | |
      |:--|:--|:--|
      | listed on | NASDAQ | 2021\\-06\\-11 · [source](https://example.org/a%28b%29) |
      | \\[x\\]\\(command\\:evil\\) | &#36;\\(bug\\) \\!\\[i\\]\\(https\\:\\/\\/evil\\/x\\.png\\) |  |

      [wikidata](https://www.wikidata.org/wiki/Q1) · homepage · [site](https://example.org/) · [f\\.yaml](file:///w/facts/f.yaml#L2)

      Once more in this document: [line 3](file:///w/seeds/a.txt#L3)"
    `);
  });

  test('a name without: its type, what found it, where else', async () => {
    expect(await card(`${HEAD}It rained in Chi$0na.\n`)).toMatchInlineSnapshot(`
      "$(location) **China** · Place · from a list

      Nowhere else in this document."
    `);
  });

  test('an annotation: type, who, when, note, and the way to remove it', async () => {
    const files = { 'seeds/a.txt.annotations.yaml': SIDECAR };
    expect(
      await card(`${HEAD}Kan$0zhun floated.\n`, { files, commands: ['seedmark.removeAnnotation'] }),
    ).toMatchInlineSnapshot(`
      "$(briefcase) **Kanzhun** · Organisation · annotated by ann · 2026\\-01\\-02

      [Remove](command:seedmark.removeAnnotation?%5B%7B%22uri%22%3A%22file%3A%2F%2F%2Fw%2Fseeds%2Fa.txt%22%2C%22ids%22%3A%5B%22a1%22%5D%2C%22ask%22%3Atrue%7D%5D)

      *an &lt;i&gt;old&lt;\\/i&gt; name*"
    `);
  });

  test('what can be done stands in the second line, and only what the client can do', async () => {
    const labels = (text = '') =>
      [...(text.split('\n\n')[1] ?? '').matchAll(/\[([^\]]+)\]\(command:(\S+?)\?/g)].map(
        ([, label, id]) => `${label}: ${id}`,
      );
    const commands = 'review tag tagAll linkEntity addNote changeType relate showRelations removeAnnotation'
      .split(' ')
      .map((name) => `seedmark.${name}`);
    expect(labels(await card(`${HEAD}It rained in Chi$0na.\n`, { commands }))).toEqual([
      'Review: seedmark.review',
      'Tag: seedmark.tag',
      'Tag all: seedmark.tagAll',
      'Link: seedmark.linkEntity',
    ]);
    const files = { 'seeds/a.txt.annotations.yaml': SIDECAR };
    expect(labels(await card(`${HEAD}Kan$0zhun floated.\n`, { files, commands }))).toEqual([
      'Change type: seedmark.changeType',
      'Link: seedmark.linkEntity',
      'Note: seedmark.addNote',
      'Relate: seedmark.relate',
      'Remove: seedmark.removeAnnotation',
    ]);
  });

  test('of an annotated time the second card says what it means, and offers nothing', async () => {
    const sidecar = 'annotations:\n  - {id: a1, type: date, quote: 5 July 2021}\n';
    const files = { 'seeds/a.txt.annotations.yaml': sidecar };
    const text = await card(`${HEAD}It rained on 5 Ju$0ly 2021.\n`, { files, commands: ['seedmark.review'] });
    expect(text).toContain('2021-07-05');
    expect(text).not.toContain('seedmark.review');
    expect(await card(`${HEAD}It rained on 5 Ju$0ly 2021.\n`, { commands: ['seedmark.review'] })).toContain(
      'seedmark.review',
    );
  });

  test('an annotation whose words have changed says so, and where its relations lead', async () => {
    const sidecar = `annotations:
  - {id: a1, type: organization, quote: Kanshun Limited, before: "The regulator reviewed ", after: ", which fell on Monday"}
  - {id: b2, type: person, quote: Nobody at all}
relations:
  - {id: r1, type: owns, from: a1, to: b2}
`;
    const files = { 'seeds/a.txt.annotations.yaml': sidecar };
    expect(
      await card(`${HEAD}The regulator reviewed Kan$0zhun Limited, which fell on Monday.\n`, { files }),
    ).toMatchInlineSnapshot(`
      "$(briefcase) **Kanshun Limited** · Organisation · annotated

      Annotated as “Kanshun Limited”; the words have changed since.

      owns → Nobody at all (has lost its place)"
    `);
  });

  test('an annotation inside one of a name that the facts know: both cards, and nothing to tag', async () => {
    const sidecar = `annotations:
  - {id: a1, type: organization, quote: Kanzhun Limited}
  - {id: b2, type: person, quote: Kan, after: "zhun Lim"}
`;
    const facts = 'entities:\n  - {id: kz, type: organization, name: Kanzhun Limited}\n';
    const files = { 'seeds/a.txt.annotations.yaml': sidecar, 'facts/f.yaml': facts };
    const text = await card(`${HEAD}Ka$0nzhun Limited fell.\n`, { files, commands: ['seedmark.tag'] });
    expect(text?.match(/ · annotated/g)).toHaveLength(2);
    expect(text).not.toContain('seedmark.tag');
  });

  test('an annotated name with a facts entry is one card, not two', async () => {
    const files = { 'seeds/a.txt.annotations.yaml': SIDECAR, 'facts/f.yaml': FACTS };
    const text = (await card(`${HEAD}Kan$0zhun floated. Kanzhun fell.\n`, { files })) ?? '';
    expect(text.match(/recruiting/g)).toHaveLength(1);
    expect(text).toMatch(/^\$\(briefcase\) \*\*Kanzhun\*\* · Organisation · annotated by ann/);
    expect(text).toContain('Once more in this document');
  });

  test('a date in words and ISO', async () => {
    expect(await card(`${HEAD}It came on 11 $0June 2021.\n`)).toMatchInlineSnapshot(
      `"$(calendar) **Friday, 11 June 2021** · \`2021-06-11\` · Date"`,
    );
  });

  test('a day without a year is resolved against the day of publication, and says so', async () => {
    expect(await card(`${HEAD}It came on June $011.\n`)).toMatchInlineSnapshot(`
      "$(calendar) **Friday, 11 June 2021** · \`2021-06-11\` · Date

      The 11 June nearest to the day of publication, 5 July 2021\\."
    `);
  });

  test('a weekday, a week, a set and a vague word', async () => {
    expect(await card(`${HEAD}It came on Fr$0iday.\n`)).toMatchInlineSnapshot(`
      "$(calendar) **Friday, 2 July 2021** · \`2021-07-02\` · Date

      The Friday before the day of publication, 5 July 2021\\."
    `);
    expect(await card(`${HEAD}It came last we$0ek.\n`)).toMatchInlineSnapshot(`
      "$(calendar) **week 26 of 2021, 28 June to 4 July** · \`2021-W26\` · Date

      The week before that of publication \\(5 July 2021\\)\\."
    `);
    expect(await card(`${HEAD}It comes every Mon$0day.\n`)).toMatchInlineSnapshot(
      `"$(history) **every Monday** · \`XXXX-WXX-1\` · Set"`,
    );
    expect(await card(`${HEAD}It came rec$0ently.\n`)).toMatchInlineSnapshot(
      `"$(calendar) **in the past** · \`PAST_REF\` · Date"`,
    );
  });

  test('what hangs on a day of publication that is not known says so, and offers to fill it in', async () => {
    const text = 'Source: Skynews\n\nIt came on Fri$0day.\n';
    expect(await card(text, { commands: ['seedmark.fillMetadata'] })).toMatchInlineSnapshot(`
      "$(calendar) **a Friday, date unknown** · \`XXXX-WXX-5\` · Date

      Which one it is cannot be told\\: no day of publication is known\\. Fill in “Published”, and it is counted from there\\.

      [Fill in what is missing…](command:seedmark.fillMetadata?%5B%7B%22uri%22%3A%22file%3A%2F%2F%2Fw%2Fseeds%2Fa.txt%22%7D%5D)"
    `);
    expect(await card(text)).not.toContain('command:');
    expect(await card(`${HEAD}It came on Fri$0day.\n`, { commands: ['seedmark.fillMetadata'] })).not.toContain(
      'command:',
    );
  });

  test('a history is read as one, and says why', async () => {
    const years = 'In 1914 it began, in 1915, 1916, 1917 and 1918 it went on. It ended in Nov$0ember.';
    expect(await card(`${HEAD}${years}\n`)).toMatchInlineSnapshot(`
      "$(calendar) **November 1918** · \`1918-11\` · Date

      November as told last\\: the text speaks of 1918\\.

      This text tells of years long before publication \\(5 July 2021\\), so each date goes on from the one before it\\."
    `);
  });

  test('what a duration is counted from is read where it stands, also far down in a long paragraph', async () => {
    const before = 'It rained all over the land, and nobody went out. '.repeat(90);
    const text = `${HEAD}On 2 July 2021 Didi was put under review. ${before}Three da$0ys after the crash it ended.\n`;
    expect(await card(text)).toContain('“the crash');
  });

  test('a date that cannot be says why', async () => {
    expect(await card(`${HEAD}It came on 31 $0June 2021.\n`)).toMatchInlineSnapshot(`
      "$(calendar) **31 June 2021** · Date

      June has 30 days; there is no 31 June\\. Check the day and the month\\."
    `);
    expect(await card(`${HEAD}It came on Tues$0day, 5 July 2021.\n`)).toMatchInlineSnapshot(`
      "$(calendar) **Monday, 5 July 2021** · \`2021-07-05\` · Date

      5 July 2021 was a Monday, not a Tuesday\\. Check which of the two is right\\."
    `);
    expect(await card(`${HEAD}It came on 05/0$07/2021.\n`)).toMatchInlineSnapshot(`
      "$(calendar) **05\\/07\\/2021** · Date

      “05\\/07\\/2021” can be read as 5 July 2021 or as 7 May 2021\\. The text stays as it is; annotate which day is meant\\."
    `);
  });

  test('a field: what it means and its Dublin Core term', async () => {
    expect(await card(`Source: Skynews Publ$0ished: 2021-07-05\n\nText.\n`)).toMatchInlineSnapshot(`
      "**Published** · metadata · \`dcterms:issued\`

      The day on which the document was published; “on Monday” and “last month” are counted from it\\."
    `);
  });

  test('what a project file calls a type is text, too', async () => {
    const files = { 'seedmark.yaml': 'types: [{id: date, label: "![x](https://evil/t.png) [y](command:z)"}]\n' };
    expect(await card(`${HEAD}It came on 11 $0June 2021.\n`, { files })).not.toMatch(/[^\\]\]\(/);
  });

  test('nothing on plain words and on an empty text', async () => {
    expect(await card(`${HEAD}It rai$0ned.\n`)).toBeUndefined();
    expect(await card('$0')).toBeUndefined();
  });

  test('in a workspace that is not trusted no facts link can be clicked', async () => {
    const text = await card(`${HEAD}Kan$0zhun floated.\n`, { trusted: false });
    expect(text).not.toMatch(/\]\((?!file:\/\/\/w\/seeds\/)/);
  });
});

describe('text from files in Markdown', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '[',
          ']',
          '(',
          ')',
          '$(',
          'bug',
          'command:x',
          '!',
          '`',
          '\\',
          '\n',
          '\r',
          '*',
          '_',
          '|',
          '&',
          ';',
          'javascript:',
          'https://a.b',
          '"',
          "'",
          ' ',
          '<img src=x>',
          '#',
          '---',
          '~',
        ),
      )
      .map((x) => x.join('')),
  );

  test('gives no HTML, link, image, icon, table cell or new line', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[<>\n\r]/);
        // Every special character stands behind a backslash of its own.
        const bare = escaped.replace(/\\[\\`*_{}[\]()#+\-.!|~$"'=:@/]/g, '').replace(/&(?:lt|gt|amp|#36);/g, '');
        // Icons are looked for where backslashes are gone.
        expect(escaped.replaceAll('\\', '')).not.toMatch(/\$\(/);
        expect(bare).not.toMatch(/[\\`*_{}[\]()#|~$<>!&"'=]/);
        expect(bare).not.toMatch(/[:@/]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('only https: and mailto: become links, and nothing breaks out of one', () => {
    fc.assert(
      fc.property(nasty, nasty, (label, address) => {
        for (const target of [address, `https://${address}`, `javascript:${address}`, `command:${address}`]) {
          const link = externalLink(label, target, true);
          const match = /^\[(?:[^\]\\]|\\.)*\]\(([^()\s<>]*)\)$/s.exec(link);
          if (/^(?:https:\/\/|mailto:)/i.test(target)) expect(match?.[1]).toMatch(/^(?:https:\/\/|mailto:)/i);
          else expect(link).toBe(escapeMarkdown(label));
        }
      }),
      { numRuns: 500 },
    );
    expect(externalLink('x', 'https://example.org', false)).toBe('x');
  });

  test('a command link names only a command of the client', () => {
    expect(commandLink('Tag', 'seedmark.tag', { a: '()"' }, [])).toBeUndefined();
    expect(commandLink('Tag', 'seedmark.tag', { a: '()"' }, ['seedmark.tag'])).toMatch(
      /^\[Tag\]\(command:seedmark\.tag\?[^()\s]*\)$/,
    );
  });

  test('a sum of money stays readable where Markdown is shown as it is', () => {
    expect(escapeMarkdown('US$5 $(bug) &#36;(bug) &lt; 5$')).toBe(
      'US\\$5 &#36;\\(bug\\) &amp;\\#36;\\(bug\\) &amp;lt; 5&#36;',
    );
  });

  test('what is very long is cut, never inside a surrogate pair', () => {
    expect(escapeMarkdown('😀'.repeat(400), 301)).toBe(`${'😀'.repeat(150)}…`);
  });
});

describe('relations of an annotation', () => {
  const files = {
    'seedmark.yaml': 'relations: [{id: owns, label: is the <b>owner</b> of}]\n',
    'seeds/a.txt.annotations.yaml': `annotations:
  - {id: a1, type: organization, quote: Kanzhun}
  - {id: b2, type: product, quote: Boss}
relations:
  - {id: r1, type: owns, from: a1, to: b2, note: "since *2019*"}
  - {id: r2, type: rivals, from: zed, to: a1}
  - {id: r3, type: owns, from: a1, to: a1}
`,
  };

  test('both ways, with what stands at the other end', async () => {
    const text = await card('Source: Sky\n\nKan$0zhun made it.\n\nBoss.\n', { files });
    expect(text?.replaceAll('\\', '').split('\n\n')[1]?.split('  \n')).toEqual([
      'is the &lt;b&gt;owner&lt;/b&gt; of → [Boss](file:///w/seeds/a.txt#L5) · *since *2019**',
      'is the &lt;b&gt;owner&lt;/b&gt; of → [Kanzhun](file:///w/seeds/a.txt#L3)',
      'rivals ← zed',
      'is the &lt;b&gt;owner&lt;/b&gt; of ← [Kanzhun](file:///w/seeds/a.txt#L3)',
    ]);
    expect(await card('Source: Sky\n\nKanzhun made it.\n\nBo$0ss.\n', { files })).toContain(
      'owner&lt;\\/b&gt; of ← [Kanzhun](file:///w/seeds/a.txt#L3)',
    );
  });
});
