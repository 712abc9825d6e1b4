import type { Table } from './check.ts';
import { others, seed, yamlSeed } from './seeds.ts';

/** Rows of the findings that are about a seed's metadata. Today is 6 July 2021. */
export const metadata: Table = {
  'missing-metadata': {
    fires: [
      {
        text: seed({ Source: '⟦Skylark News', Title: '' }).replace('Source: ⟦Skylark News', '⟦Source: Skylark News⟧'),
        says: 'This seed has no title. Add a line “Title: …” to the header.',
        fixes: { 'Insert the missing field “Title”': seed({ Title: '‸' }) },
        accepted: 'accepted:\n  - code: missing-metadata\n    field: title\n',
      },
      {
        text: '⟦⟧The ministers met.\n',
        says: 'This seed has no source. Add a line “Source: …” on top of the text.',
        fixes: { 'Insert the missing field “Source”': 'Source: ‸\n\nThe ministers met.\n' },
        also: ['missing-recommended-metadata'],
      },
      {
        name: 'seeds/2021-06-30-ministers.txt',
        text: seed({ Published: '' }).replace(/^(.*)$/m, '⟦$1⟧'),
        fixes: {
          'Insert the missing field “Published”': seed({ Published: '‸' }),
          'Insert “Published: 2021-06-30” (from the file’s name)': seed({ Published: '2021-06-30' }),
        },
      },
      {
        text: yamlSeed([])
          .replace('title: Ministers meet\n', '')
          .replace(/^(source.*)$/m, '⟦$1⟧'),
        says: 'Add a line “title: …” to the front matter.',
        fixes: {
          'Insert the missing field “Title”': yamlSeed([]).replace('title: Ministers meet', 'title: ‸'),
        },
      },
      {
        // What the project asks for.
        text: seed().replace(/^(.*)$/m, '⟦$1⟧'),
        files: { 'seedmark.yaml': 'metadata:\n  required: [language]\n' },
        says: 'This seed has no language',
        fixes: { 'Insert the missing field “Language”': seed({ Language: '‸' }) },
      },
    ],
    silent: [
      { text: seed() },
      { text: seed({ Title: '' }).replace('Source', 'Headline: Ministers meet\nSource') },
      // A headline above the fields is the title.
      { text: `Ministers meet\n\n${seed({ Title: '' })}` },
      // It is there, if empty or mistyped: that is said instead.
      { text: seed({ Title: ' ' }), also: ['empty-field'] },
      { text: seed({ Title: '', Tittle: 'Ministers meet' }), also: ['unknown-field'] },
      { text: seed({ Title: '' }), files: { 'seedmark.yaml': 'metadata:\n  required: [source]\n' } },
      { text: seed({ Published: '', Date: '5 July 2021' }) },
    ],
  },

  'missing-recommended-metadata': {
    fires: [
      {
        text: seed({ Author: '' }).replace(/^(.*)$/m, '⟦$1⟧'),
        says: 'This seed has no author',
        fixes: { 'Insert the missing field “Author”': seed({ Author: '‸' }) },
        accepted: 'accepted:\n  - code: missing-recommended-metadata\n    field: author\n',
      },
      {
        text: seed({ URL: '' }).replace(/^(.*)$/m, '⟦$1⟧'),
        fixes: { 'Insert the missing field “URL”': seed({ URL: '‸' }) },
      },
      {
        text: seed().replace(/^(.*)$/m, '⟦$1⟧'),
        files: { 'seedmark.yaml': 'metadata:\n  recommended: [retrieved]\n' },
        fixes: {
          'Insert the missing field “Retrieved”': seed().replace('Title', 'Retrieved: ‸\nTitle'),
          'Insert “Retrieved: 2021-07-06” (today)': seed().replace('Title', 'Retrieved: 2021-07-06\nTitle'),
        },
      },
    ],
    silent: [
      { text: seed() },
      { text: seed({ Author: '', Byline: 'Jane Doe' }) },
      // In the footer.
      { text: seed({ Author: '' }, 'The ministers met.\n\nThey parted.\n\nAuthor: Jane Doe') },
      { text: seed({ Author: '', URL: '' }), files: { 'seedmark.yaml': 'metadata:\n  recommended: []\n' } },
      {
        text: seed({ Author: '' }),
        files: { 'seedmark.yaml': 'severities:\n  missing-recommended-metadata: off\n' },
      },
    ],
  },

  'empty-field': {
    fires: [
      {
        text: seed({ Title: ' ' }).replace('Title', '⟦Title⟧'),
        says: '“Title” has no value. Write the title behind it, or remove the field.',
        accepted: 'accepted:\n  - code: empty-field\n    quote: Title\n',
      },
      {
        name: 'seeds/agency_20210630.txt',
        text: seed().replace('Published: 2021-07-05', '⟦Published⟧:'),
        fixes: { 'Write 2021-06-30 (from the file’s name)': seed({ Published: '2021-06-30' }) },
      },
      {
        text: yamlSeed(['retrieved:']).replace('retrieved', '⟦retrieved⟧'),
        fixes: { 'Write 2021-07-06 (today)': yamlSeed(['retrieved: 2021-07-06']) },
      },
      { text: seed({}, 'The ministers met.\n\nThey parted.\n\n⟦Keywords⟧:') },
    ],
    silent: [
      { text: seed() },
      { text: seed({ Title: '-' }) },
      // Nobody knows what these want to say.
      { text: seed({ Section: ' ' }) },
      { text: seed({}, 'He asked this:\n\nWhere?') },
      { text: yamlSeed(['keywords:', '  - ministers']) },
    ],
  },

  'unknown-field': {
    fires: [
      {
        text: seed({ Published: '', Publised: '2021-07-05' }).replace('Publised', '⟦Publised⟧'),
        says: 'Did you mean “Published”?',
        fixes: {
          'Change “Publised” to “Published”': seed({ Published: '', Publised: '2021-07-05' }).replace(
            'Publised',
            'Published',
          ),
        },
        accepted: 'accepted:\n  - code: unknown-field\n    quote: Publised\n',
      },
      {
        text: yamlSeed(['⟦autor⟧: Jane Doe']).replace('author: Jane Doe\n', ''),
        fixes: {
          'Change “autor” to “author”': yamlSeed(['author: Jane Doe']),
        },
      },
      {
        text: seed({ Title: '', '⟦TITTLE⟧': 'Ministers meet' }),
        fixes: { 'Change “TITTLE” to “TITLE”': seed({ Title: '', TITLE: 'Ministers meet' }) },
      },
    ],
    silent: [
      { text: seed({ Section: 'Business', Photographer: 'John Roe', DOI: '10.1000/182' }) },
      { text: seed({ Date: '2021-07-05', Published: '' }) },
      { text: seed({ 'Key-words': 'ministers', Copyright: 'Skylark News' }) },
      { text: seed({}, 'Publised: that is how he spelt it.\n\nThe ministers met.') },
      { text: seed({ Resource: 'archive', Right: 'left' }) },
    ],
  },

  'duplicate-field': {
    fires: [
      {
        text: seed({}, '').replace('URL', '⟦Publisher⟧: Lark Weekly\nURL').concat('The ministers met.\n'),
        says: 'The source is given twice: this “Publisher” repeats a field above.',
        accepted: 'accepted:\n  - code: duplicate-field\n    quote: Publisher\n',
      },
      { text: seed({}, 'The ministers met.\n\nThey parted.\n\n⟦URL⟧: https://example.org/b') },
      { text: yamlSeed(['⟦title⟧: Ministers part']).replace('source', 'title: Ministers meet\nsource') },
    ],
    silent: [
      { text: seed() },
      // Two who wrote it.
      { text: seed({ Byline: 'John Roe' }) },
      { text: seed({}, 'The ministers met.\n\nTitle: that was the word.\n\nThey parted.') },
      { text: seed({ Section: 'Business', Desk: 'Business' }) },
    ],
  },

  'front-matter-unclosed': {
    fires: [
      {
        text: '⟦---⟧\nsource: Skylark News\npublished: 2021-07-05\ntitle: T\nauthor: Jane Doe\nurl: https://example.org/a\n\nThe ministers met.\n',
        fixes: {
          'Close the front matter with “---”':
            '---\nsource: Skylark News\npublished: 2021-07-05\ntitle: T\nauthor: Jane Doe\nurl: https://example.org/a\n---\n\nThe ministers met.\n',
        },
        accepted: 'accepted:\n  - code: front-matter-unclosed\n    quote: "---"\n',
      },
      {
        text: '⟦---⟧\ntitle: T\nsource: Skylark News\npublished: 2021-07-05\nauthor: Jane Doe\nurl: https://example.org/a\nThe ministers met on the 5th.\n',
        fixes: {
          'Close the front matter with “---”':
            '---\ntitle: T\nsource: Skylark News\npublished: 2021-07-05\nauthor: Jane Doe\nurl: https://example.org/a\n---\nThe ministers met on the 5th.\n',
        },
      },
    ],
    silent: [
      { text: yamlSeed([]) },
      { text: yamlSeed([]).replace('\n---\n\n', '\n...\n\n') },
      { text: seed({}, 'The ministers met.\n\n---\n\nThey parted.') },
      // A rule on top of a text, and no metadata behind it.
      { text: '---\n\nThe ministers met.\n', also: ['missing-metadata', 'missing-recommended-metadata'] },
    ],
  },

  'invalid-date': {
    fires: [
      {
        text: seed({ Published: '⟦yesterday⟧' }),
        says: 'Write the day as YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.',
        accepted: 'accepted:\n  - code: invalid-date\n    quote: yesterday\n',
      },
      { text: seed({ Published: '⟦June 11⟧' }), says: 'does not say the year' },
      { text: seed({ Retrieved: '⟦5 July 2021 to 7 July 2021⟧' }) },
      { text: yamlSeed(['published: "⟦5. Juli 2021⟧"']) },
    ],
    silent: [
      ...['2021-07-05', '2021-07', '2021', '20210705', '5 July 2021', 'July 5th, 2021', 'Mon, 5 July 2021'].map(
        (date) => ({ text: seed({ Published: date }) }),
      ),
      ...['2021-07-05T10:00:00+02:00', 'Updated 5 July 2021, 10:05 pm GMT', '[1921]', '2004-05'].map((date) => ({
        text: seed({ Published: date }),
      })),
      { text: seed({ Created: 'yesterday' }) },
      { text: seed({}, 'The ministers met.\n\nPublished: yesterday, he said.\n\nThey parted.') },
    ],
  },

  'invalid-url': {
    fires: [
      {
        text: seed({ URL: '⟦www.example.org/news⟧' }),
        says: 'is no complete URL. Write https://www.example.org/news.',
        fixes: { 'Change to “https://www.example.org/news”': seed({ URL: 'https://www.example.org/news' }) },
        accepted: 'accepted:\n  - code: invalid-url\n    quote: www.example.org/news\n',
      },
      {
        text: yamlSeed(['url: ⟦müller.de⟧']),
        fixes: { 'Change to “https://müller.de”': yamlSeed(['url: https://müller.de']) },
      },
      {
        text: seed({ URL: '⟦htp://example.org/a⟧' }),
        fixes: { 'Change to “http://example.org/a”': seed({ URL: 'http://example.org/a' }) },
      },
      {
        text: seed({ URL: '⟦DOI: 10.1000/182⟧' }),
        fixes: { 'Change to “https://doi.org/10.1000/182”': seed({ URL: 'https://doi.org/10.1000/182' }) },
      },
      { text: seed({ URL: '⟦https://example.org/a b⟧' }), says: 'it holds a blank' },
      { text: seed({ URL: '⟦n/a⟧' }), says: 'is no URL. Write the whole address' },
      { text: seed({ URL: '⟦https:///news⟧' }), says: 'names no host' },
      { text: seed({ URL: '⟦https://example⟧' }), says: 'ends before its host does' },
      { text: seed({ URL: '⟦story.html⟧' }) },
    ],
    silent: [
      'https://example.org',
      'HTTPS://EXAMPLE.ORG/NEWS',
      'https://例え.jp/ニュース',
      'https://xn--bcher-kva.example/',
      'http://localhost:3000/a',
      'http://192.168.0.1:8080/a',
      'https://[2001:db8::1]/a',
      // The archive of the house.
      'http://archive/2021/07/05',
      'https://en.wikipedia.org/wiki/Mercury_(planet)',
      'doi:10.1000/182',
      'urn:isbn:0451450523',
      'zotero://select/items/1_ABC',
      'https://web.archive.org/web/20210705000000/https://example.org/a?b=c#d',
      '<https://example.org/a>',
      'https://a.example/x https://b.example/y',
      'https://a.example/x, https://b.example/y,',
      'https://a.example/x and https://b.example/y',
      'https://example.org/%E4%B8%AD;v=1,2?q=a|b',
    ].map((url) => ({ text: seed({ URL: url }) })),
  },

  'invalid-language': {
    fires: [
      {
        text: seed({ Language: '⟦en_GB⟧' }),
        says: '“en_GB” is no language. Write “en-GB”.',
        fixes: { 'Change to “en-GB”': seed({ Language: 'en-GB' }) },
        accepted: 'accepted:\n  - code: invalid-language\n    quote: en_GB\n',
      },
      { text: seed({ Language: '⟦England⟧' }), says: 'Write a tag such as “en” or “zh-Hans”' },
      { text: seed({ Language: '⟦xx⟧' }) },
      { text: seed({ Language: '⟦English and Klingonese⟧' }), says: '“Klingonese” is no language' },
      { text: yamlSeed(['language: ⟦n/a⟧']) },
    ],
    silent: [
      ...'en EN en-GB zh-Hans zh-Hans-CN es-419 eng ger und mul yue sr-Latn'.split(' '),
      ...['English', 'Mandarin Chinese', 'Simplified Chinese', 'Chinese (simplified)', 'Brazilian Portuguese'],
      ...['English, US', 'English (UK)', 'en, fr', 'en fr', 'English and French', 'French/English', '中文、日本語'],
      ...['Deutsch', 'français', 'Português do Brasil', '中文', '繁體中文', 'العربية', 'русский язык', 'Englisch'],
      ...['Hawaiian', 'Serbo-Croatian', 'Scots', 'Bokmål', 'English (translated from Russian)'],
    ].map((language) => ({ text: seed({ Language: language }) })),
  },

  'future-date': {
    fires: [
      {
        text: seed({ Published: '⟦2021-07-08⟧' }),
        says: 'The date of publication lies in the future: it is later than today, 2021-07-06.',
        accepted: 'accepted:\n  - code: future-date\n    quote: "2021-07-08"\n',
      },
      { text: seed({ Retrieved: '⟦7 July 2021⟧' }), says: 'The date of retrieval' },
      { text: seed({ Published: '⟦2021-08⟧' }) },
      { text: seed({ Published: '⟦2026⟧' }) },
    ],
    silent: [
      { text: seed({ Published: '2021-07-06', Retrieved: '2021-07-06' }) },
      // It is tomorrow in Sydney.
      { text: seed({ Published: '2021-07-07' }) },
      { text: seed({ Published: '2021-07' }) },
      { text: seed({ Published: '2021' }) },
      { text: seed({ Published: '5 July 2021' }, 'The vote is on 8 July 2031.') },
      { text: seed({ Created: '2031-07-08' }) },
    ],
  },

  'retrieved-before-published': {
    fires: [
      {
        text: seed({ Retrieved: '⟦2021-07-04⟧' }),
        says: 'was retrieved (2021-07-04) before it was published (2021-07-05)',
        accepted: 'accepted:\n  - code: retrieved-before-published\n    quote: "2021-07-04"\n',
      },
      { text: seed({ Published: '5 July 2021', Retrieved: '⟦June 2021⟧' }) },
      { text: seed({ Retrieved: '⟦2020⟧' }) },
    ],
    silent: [
      { text: seed({ Retrieved: '2021-07-05' }) },
      { text: seed({ Retrieved: '2021-07' }) },
      { text: seed({ Published: '2021-07', Retrieved: '2021-07-01' }) },
      { text: seed({ Published: '2021-07-05T23:00', Retrieved: '2021-07-05T10:00' }) },
      { text: seed({ Published: '05/07/2021', Retrieved: '2021-06-01' }), also: ['ambiguous-date'] },
    ],
  },

  'source-spelling': {
    fires: [
      {
        text: seed({ Source: '⟦Skylarknews⟧' }),
        files: others('Source', 'Skylark News'),
        says: 'Another seed writes “Skylark News”, not “Skylarknews”.',
        fixes: { 'Change to “Skylark News”': seed() },
        accepted: 'accepted:\n  - code: source-spelling\n    quote: Skylarknews\n',
      },
      {
        text: seed({ Source: '⟦Guardian⟧' }),
        files: others('Source', 'The Guardian', 'The Guardian'),
        says: '2 other seeds write “The Guardian”',
        fixes: { 'Change to “The Guardian”': seed({ Source: 'The Guardian' }) },
      },
      {
        text: seed({ Source: '⟦Skylark Nesw⟧' }),
        files: others('Source', 'Skylark News', 'Skylark News'),
        fixes: { 'Change to “Skylark News”': seed() },
      },
      {
        text: seed({ Source: '⟦skylark news⟧' }),
        files: { 'seedmark.yaml': 'sources:\n  - Skylark News\n' },
        says: 'The project’s list of sources has “Skylark News”',
        fixes: { 'Change to “Skylark News”': seed() },
      },
      {
        text: yamlSeed(['source: ⟦AT&T⟧']),
        files: others('Source', 'AT and T'),
        fixes: { 'Change to “AT and T”': yamlSeed(['source: AT and T']) },
      },
    ],
    silent: [
      { text: seed(), files: others('Source', 'Skylark News', 'Skylarknews') },
      // Two names, however alike.
      { text: seed({ Source: 'BBC' }), files: others('Source', 'BBC News', 'BBC News') },
      { text: seed({ Source: 'Washington Post' }), files: others('Source', 'Washington Times', 'Washington Times') },
      { text: seed({ Source: 'Channel 4 News' }), files: others('Source', 'Channel 5 News', 'Channel 5 News') },
      { text: seed({ Source: 'Skylark Nesw' }), files: others('Source', 'Skylark News') },
      // The project's list decides.
      {
        text: seed({ Source: 'Guardian' }),
        files: { ...others('Source', 'The Guardian', 'The Guardian'), 'seedmark.yaml': 'sources: [Guardian]\n' },
      },
      { text: seed({ Source: '人民日报' }), files: others('Source', '人民日報', '人民日報') },
    ],
  },

  'author-spelling': {
    fires: [
      {
        text: seed({ Author: '⟦Doe, Jane⟧' }),
        files: others('Author', 'Jane Doe'),
        fixes: { 'Change to “Jane Doe”': seed() },
        accepted: 'accepted:\n  - code: author-spelling\n    quote: Doe, Jane\n',
      },
      {
        text: seed({ Author: 'Jane Doe and ⟦JOHN ROE⟧' }),
        files: others('Author', 'John Roe'),
        fixes: { 'Change to “John Roe”': seed({ Author: 'Jane Doe and John Roe' }) },
      },
      {
        text: seed({ Author: '⟦Jose Garcia⟧; Jane Doe' }),
        files: others('Author', 'José García', 'José García'),
        says: '2 other seeds write “José García”',
        fixes: { 'Change to “José García”': seed({ Author: 'José García; Jane Doe' }) },
      },
      {
        text: seed({}, 'The ministers met.\n\nThey parted.\n\nBy: ⟦jane doe⟧').replace('Author: Jane Doe\n', ''),
        files: others('Author', 'Jane Doe'),
        fixes: {
          'Change to “Jane Doe”': seed({ Author: '' }, 'The ministers met.\n\nThey parted.\n\nBy: Jane Doe'),
        },
      },
      { text: yamlSeed(['author: "⟦Jane\\x20doe⟧"']), files: others('Author', 'Jane Doe') },
    ],
    silent: [
      { text: seed({ Author: 'Jane Doe and John Roe' }), files: others('Author', 'Jane Doe', 'John Roe') },
      // A letter makes another person.
      { text: seed({ Author: 'Jane Doe' }), files: others('Author', 'Jane Dole', 'Jane Dole') },
      { text: seed({ Author: 'AFP/Reuters' }), files: others('Author', 'AFP', 'Reuters') },
      { text: seed({ Author: 'Jane Doe, Reuters' }), files: others('Author', 'Jane Doe', 'Reuters') },
      { text: seed({ Author: 'Doe, J., Roe, J.' }), files: others('Author', 'DOE', 'j.') },
      { text: seed({ Author: '王小明、李小红' }), files: others('Author', '王小明', '李小红') },
      { text: seed({ Author: 'Wang Li' }), files: others('Author', 'Li Wang', 'Li Wang') },
    ],
  },

  'keyword-not-in-text': {
    fires: [
      {
        text: seed({ Keywords: 'ministers; ⟦shipping⟧; meeting' }),
        says: 'The text never mentions the keyword “shipping”.',
        fixes: { 'Remove the keyword “shipping”': seed({ Keywords: 'ministers; meeting' }) },
        accepted: 'accepted:\n  - code: keyword-not-in-text\n    quote: shipping\n',
      },
      {
        text: seed({ Keywords: 'ministers, ⟦CPC⟧' }),
        fixes: { 'Remove the keyword “CPC”': seed({ Keywords: 'ministers' }) },
      },
      {
        text: yamlSeed(['keywords:', '  - ministers', '  - ⟦shipping⟧', '  - meeting']),
        fixes: { 'Remove the keyword “shipping”': yamlSeed(['keywords:', '  - ministers', '  - meeting']) },
      },
      {
        text: yamlSeed(['keywords: [ministers, ⟦shipping⟧]']),
        fixes: { 'Remove the keyword “shipping”': yamlSeed(['keywords: [ministers]']) },
      },
      {
        text: seed({}, 'The ministers met.\n\nThey parted.\n\nKey Words: ⟦100th anniversary⟧; ministers'),
        fixes: {
          'Remove the keyword “100th anniversary”': seed(
            {},
            'The ministers met.\n\nThey parted.\n\nKey Words: ministers',
          ),
        },
      },
      {
        text: seed({ Keywords: '⟦北京⟧; 上海' }, '他在上海。'),
        fixes: { 'Remove the keyword “北京”': seed({ Keywords: '上海' }, '他在上海。') },
      },
      {
        text: seed({ Keywords: '⟦Berlin Wall⟧' }, 'The wall of the house fell.'),
        fixes: { 'Remove the keyword “Berlin Wall”': seed({ Keywords: '' }, 'The wall of the house fell.') },
      },
    ],
    silent: [
      ...(
        [
          ['elections; election', 'Elections were held.'],
          ['cities; city', 'One city of many.'],
          ['city', 'Two cities.'],
          ['movies; lies; women; wolves; crises', 'A movie, a lie, a woman, a wolf and a crisis.'],
          ['woman; child; policeman', 'Women, children and policemen.'],
          ['China', 'China’s leaders.'],
          ['workers’ rights', "Workers' rights."],
          ['O’Brien; OBrien', "Mr O'Brien."],
          ['COVID-19; Covid 19', 'Covid‑19 spreads.'],
          ['G20; e-mail; B-52; vice president', 'The G-20 got email on B52s from a vice-president.'],
          ['U.S.; EU; UK', 'In the U.S., the E.U. and the U.K., he said.'],
          ['Bank of England; The Guardian; War in Ukraine', 'The Bank in England, a Guardian, Ukraine at war.'],
          ['Sao Paulo; cafe; Omura; Strasse; Soren', 'São Paulo, a café, Ōmura, Straße, Søren.'],
          ['São Paulo; Café; Straße', 'Sao Paulo, a cafe, Strasse.'],
          [
            '100th anniversary; 9/11; 5G; 2021; Boeing 737',
            'The 100th anniversary of 9/11 in 2021: 5G, Boeing 737-800.',
          ],
          ['王毅; 外交部', '中国外交部长王毅说。'],
          ['서울; 대통령', '대통령은 서울에서 말했다.'],
          ['القاهرة; مصر', 'بالقاهرة في مِصْر.'],
          ['Москва; Китай', 'В Москве говорили о Китае.'],
          ['Europäische Union', 'Die Länder der Europäischen Union.'],
          ['programme; colour; organisation', 'The program, the color, the organization.'],
          ['l’Europe', "L'Europe; en Europe."],
          ['#metoo; AT&T; C++; !!!', '#MeToo at AT&T, in C++.'],
          ['economy; vaccine', 'Economic news of vaccination.'],
        ] as const
      ).map(([keywords, body]) => ({ text: seed({ Keywords: keywords }, body) })),
      // In the title.
      { text: seed({ Keywords: 'summit', Title: 'The summit' }) },
      // By another name that the facts know.
      {
        text: seed({ Keywords: 'CPC' }, 'The Communist Party of China met.'),
        files: {
          'facts/f.yaml':
            'entities:\n  - { id: cpc, type: organization, name: Communist Party of China, aliases: [CPC] }\n',
        },
      },
    ],
  },
};
