import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardIn } from '../../support/cards.ts';

/** What files may say to be taken for something of ours. */
const PIECES = [
  '[x](command:seedmark.tag)',
  '](command:evil?%5B%5D)',
  '![i](https://evil.example/x.png)',
  '<img src=x onerror=y>',
  '<span style="color:red">',
  '$(bug)',
  '&#36;(bug)',
  '<https://evil.example>',
  'https://evil.example/',
  '[r]: https://evil.example',
  '\u202e\u2066',
  '| a |\n|--|',
  '**',
  '`',
  '\\',
  '](file:///etc/passwd)',
  '$',
  '(x)',
  '---',
  '# h',
  '&lt;b&gt;',
  'x@evil.example',
  '名前',
  ' ',
  'word',
];
const nasty = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const inLine = nasty.map((text) => text.replaceAll('\n', ' '));
/** Of facts, addresses may be followed. */
const address = inLine.map((text) => text.replaceAll('evil', 'good'));
const quoted = (text: string) => JSON.stringify(text.replaceAll('\n', ' '));

const COMMANDS = 'review tag tagAll linkEntity addFact showMentions dossier changeType addNote relate removeAnnotation'
  .split(' ')
  .map((id) => `seedmark.${id}`);

/** What stands in Markdown that nobody escaped: links by their targets, and all else that would be drawn as something. */
function drawn(markdown: string): { readonly targets: string[]; readonly rest: string } {
  const bare = markdown.replace(/\\[\\`*_{}[\]()#+\-.!|~$"'=:@/]/g, '').replace(/&(?:lt|gt|amp|#36);/g, '');
  const targets: string[] = [];
  const rest = bare.replace(/(!?)\[[^[\]]*\]\(([^()\s<>]*)\)/g, (_, image, target) => {
    targets.push(image + target);
    return '';
  });
  return { targets, rest };
}

const OURS = [
  /^file:\/\/\/w\/(?:seeds\/[abc]\.txt|facts\/f\.yaml)#L\d+$/,
  /^https:\/\/(?:www\.wikidata\.org\/wiki\/|good\.example\/)[^\s()<>]*$/,
  new RegExp(`^command:(?:${COMMANDS.join('|').replaceAll('.', '\\.')})\\?[\\w%.~!*-]*$`),
];

test('whatever names, titles, facts and sentences say, a card has no link, image, tag, icon or command that is not ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        name: inLine,
        alias: inLine,
        fact: nasty,
        source: address,
        around: inLine,
        title: inLine,
        link: address,
      }),
      fc.boolean(),
      fc.boolean(),
      async ({ name, alias, fact, source, around, title, link }, trusted, isAnnotated) => {
        const facts = [
          `entities:\n  - id: acme\n    type: organization\n    name: ${quoted(`Acme ${name}`)}`,
          `    aliases: [Acme, ${quoted(alias)}]`,
          `    facts: [{what: ${quoted(fact)}, value: ${quoted(fact)}, on: ${quoted(fact)}, source: ${quoted(source)}}]`,
          `    relations: [{type: ${quoted(fact)}, entity: ${quoted(name)}}]`,
          `    links: {wikidata: ${quoted(link)}, ${quoted(link)}: ${quoted(`https://good.example/${link}`)}, x: ${quoted(link)}}`,
          `  - {id: z, type: person, name: ${quoted(`Zed ${name}`)}, aliases: [Zed]}`,
        ].join('\n');
        const card = await cardIn(
          {
            'facts/f.yaml': facts,
            'seeds/a.txt': `Source: ${title}\nPublished: 2021-07-05\nTitle: ${title}\n\n${around} Ac$0me ${around}.\n`,
            'seeds/b.txt': `Source: ${title}\nPublished: 2021-07-04\n\nZed and ${around} Acme, the owner of ${around}, fell.\n`,
            'seeds/c.txt': `Source: ${title}\n\n${around}Acme ${around} Zed.\n`,
            ...(isAnnotated
              ? {
                  'seeds/a.txt.annotations.yaml': `annotations:\n  - {id: a1, type: organization, quote: Acme, note: ${quoted(fact)}, by: [${quoted(name)}], attributes: {${quoted(alias)}: ${quoted(alias)}}}\n`,
                }
              : {}),
          },
          { trusted, commands: COMMANDS },
        );
        if (card === undefined) return;
        const { targets, rest } = drawn(card);
        for (const target of targets) expect(OURS.some((own) => own.test(target))).toBe(true);
        if (!trusted) expect(targets.join(' ')).not.toMatch(/https:|facts\//);
        expect(rest.replace(/^\$\([a-z-]+\) (?=\*\*)/gm, '')).not.toMatch(/\$\(|[<>[\]`\\]|command:|https?:/);
        expect(card).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        // Icons are looked for where those backslashes are gone that hide something.
        expect(card.replace(/\\(.)/g, '$1').replace(/^\$\([a-z-]+\) (?=\*\*)/gm, '')).not.toContain('$(');
      },
    ),
    { numRuns: 150 },
  );
});
