import type { Table } from './check.ts';
import { seed, yamlSeed } from './seeds.ts';

/** A passage of a seed in which nothing else is wrong. */
function passage(body: string) {
  return { text: seed({}, body) };
}

/** Rows of the findings that are about a seed's body. */
const TREATY = 'entities:\n  - {id: westminster, type: law, name: Treaty of Westminster}\n';

const REPORT =
  'The harbour of Elsmere was closed on Monday after a crane fell into the water. Nobody was hurt, the port office said. ' +
  'Divers will look at the wreck on Tuesday, and ships are sent to the old quay until the crane has been lifted.';

const copied = (title: string, text: string) => seed({ Title: title }, text);

export const body: Table = {
  'impossible-date': {
    fires: [
      {
        ...passage('They met on ⟦31 June 2021⟧.'),
        says: 'June has 30 days; there is no 31 June.',
        accepted: 'accepted:\n  - code: impossible-date\n    quote: 31 June 2021\n',
      },
      { ...passage('From ⟦February 30⟧ on, since ⟦Feb 29, 1900⟧.'), says: 'at most 29 days' },
      { ...passage('On ⟦2021-13-05⟧ and ⟦13/13/2021⟧ nothing happened.'), says: 'There is no month 13' },
      { text: seed({ Retrieved: '⟦2021-02-30⟧' }), says: 'February 2021 has 28 days' },
      { text: yamlSeed(['published: "⟦31 June 2021⟧"']) },
      { text: seed({ Title: 'The plot of ⟦April 31st⟧' }) },
    ],
    silent: [
      passage('On 29 February 2020 and 29 February 2000.'),
      passage('Highway 32, June; lot 31-06-2021-7; a score of 31.6; room 30.02.'),
      passage('In June 31 ships sank, in February 30 soldiers more, in June 31 people.'),
      passage('https://example.org/2021/02/30/ and file-2021-02-30.txt'),
      { text: seed({ Source: 'Skylark News of 31 June', URL: 'https://example.org/2021-06-31' }) },
    ],
  },

  'ambiguous-date': {
    fires: [
      {
        ...passage('They met on ⟦05/07/2021⟧, not on ⟦06/07/2021⟧.'),
        says: 'can be read as 5 July 2021 or as 7 May 2021. The text stays as it is; annotate which day is meant.',
        fixes: {
          'Annotate as 5 July 2021':
            'annotations:\n  - id: …\n    type: date\n    quote: 05/07/2021\n    at: 122\n    before: "They met on "\n' +
            '    after: ", not on 06/07/2021."\n    attributes: { value: "2021-07-05" }\n    on: "2021-07-06"\n',
          'Annotate as 7 May 2021': 'value: 2021-05-07',
        },
        accepted: 'accepted:\n  - code: ambiguous-date\n    quote: 05/07/2021\n',
      },
      {
        ...passage('⟦05/07/2021⟧ and again ⟦05/07/2021⟧.'),
        fixes: {
          'Annotate as 5 July 2021': 'value: 2021-07-05',
          'Annotate as 7 May 2021': 'value: 2021-05-07',
        },
        accepted:
          'accepted:\n  - code: ambiguous-date\n    quote: 05/07/2021\n    before: "/example.org/a\\n\\n"\n    after: " and again 05/07"\n',
      },
      {
        text: seed({ Published: '⟦05/07/2021⟧' }),
        says: 'Write 2021-07-05 or 2021-05-07.',
        fixes: {
          'Write 2021-07-05': seed(),
          'Write 2021-05-07': seed({ Published: '2021-05-07' }),
        },
      },
      {
        // The time of day is kept.
        text: yamlSeed(['published: ⟦5/7/2021⟧ 10:05']),
        fixes: {
          'Write 2021-07-05': yamlSeed(['published: 2021-07-05 10:05']),
          'Write 2021-05-07': yamlSeed(['published: 2021-05-07 10:05']),
        },
      },
      {
        ...passage('On Tuesday ⟦05/07/2021⟧ they met.'),
        fixes: { 'Annotate as 5 July 2021': 'value: 2021-07-05', 'Annotate as 7 May 2021': 'value: 2021-05-07' },
      },
    ],
    silent: [
      passage('On 13/07/2021, 07/13/2021 and 12/12/2021; on 5.7.2021 and 2021/05/07.'),
      passage('A fraction of 5/7, the score 5-7, version 5.7.2021.1, room 05/07/2021-3.'),
      // The weekday tells.
      passage('On Monday 05/07/2021 they met, on Friday, 05/07/2021 they parted.'),
      { text: seed({ Published: 'Mon 05/07/2021' }) },
      {
        ...passage('They met on 05/07/2021.'),
        files: {
          'seeds/a.txt.annotations.yaml':
            'seedmark: 1\nannotations:\n  - id: a1\n    type: date\n    quote: 05/07/2021\n    attributes: { value: "2021-07-05" }\n',
        },
      },
      { text: seed({ URL: 'https://example.org/05/07/2021/a' }, 'See https://example.org/05/07/2021/a.') },
    ],
  },

  'weekday-mismatch': {
    fires: [
      {
        ...passage('On ⟦Tuesday, 5 July 2021⟧, they met.'),
        says: '5 July 2021 was a Monday, not a Tuesday. Check which of the two is right.',
        fixes: { 'Annotate as 5 July 2021': 'value: 2021-07-05' },
        accepted: 'accepted:\n  - code: weekday-mismatch\n    quote: Tuesday, 5 July 2021\n',
      },
      {
        text: seed({ Published: '⟦Tue, 5 July 2021⟧ 10:05' }),
        fixes: { 'Write 2021-07-05': seed({ Published: '2021-07-05 10:05' }) },
      },
      {
        ...passage('From Monday 5 July 2021 to ⟦Tuesday 7 July 2021⟧.'),
        fixes: { 'Annotate as 7 July 2021': 'value: 2021-07-07' },
      },
      {
        ...passage('On Black ⟦Friday, November 27, 2021⟧, they met.'),
        fixes: { 'Annotate as 27 November 2021': 'value: 2021-11-27' },
      },
      ...[
        'On ⟦Tuesday (July 5, 2021)⟧ they met.',
        'On ⟦Tuesday the 5th of July, 2021⟧.',
        'On ⟦TUESDAY, JULY 5, 2021⟧ at 10:00.',
        'On ⟦Tuesday, 2021-07-05⟧.',
        'On ⟦Tuesday 5.7.2021⟧.',
        'On ⟦July 5, 2021 (Tuesday)⟧ and ⟦July 5, 2021, a Tuesday⟧, they met.',
        'On ⟦5 July 2021, Tuesday⟧.',
      ].map((text) => ({ ...passage(text), fixes: { 'Annotate as 5 July 2021': 'value: 2021-07-05' } })),
    ],
    silent: [
      passage('On Mon, 5 July 2021, Monday (July 5, 2021), July 5, 2021 (Monday), 5 July 2021, a Monday.'),
      passage('He sat July 5, 2021. They came Tuesday. July 5, 2021 was hot; on Tuesday, after the July 5, 2021 vote.'),
      // Of several days the weekday nearest to the date is not its own.
      passage('Monday to Friday, 5-9 July 2021; Monday and Tuesday, July 5 and 6, 2021; Sunday/Monday, 4/5 July 2021.'),
      passage('On Tuesday, 6 July; Tuesdays, 5 July 2021.'),
      // Right in the calendar of the time.
      passage('Bloody Sunday, 9 January 1905, and Sunday, 22 January 1905; Wednesday, 2 September 1752.'),
      {
        ...passage('On Tuesday, 5 July 2021, they met.'),
        files: {
          'seeds/a.txt.annotations.yaml':
            'seedmark: 1\nannotations:\n  - id: a1\n    type: date\n    quote: Tuesday, 5 July 2021\n    attributes: { value: "2021-07-05" }\n',
        },
      },
    ],
  },

  'relative-date': {
    fires: [
      {
        text: seed({ Published: '' }, 'They met on ⟦Monday⟧, and again on Tuesday and last week.'),
        says: '“Monday” and 2 other times are counted from the day of publication, which this document does not give. Fill in “Published”.',
        fixes: {
          'Insert the missing field “Published”': seed(
            { Published: '' },
            'They met on Monday, and again on Tuesday and last week.',
          ).replace('Title:', 'Published: ‸\nTitle:'),
          'Insert “Published: 2021-07-06” (today)': seed(
            { Published: '2021-07-06' },
            'They met on Monday, and again on Tuesday and last week.',
          ),
        },
        accepted: 'accepted:\n  - code: relative-date\n    quote: Monday\n',
        also: ['missing-metadata'],
      },
      {
        text: seed({ Published: '' }, 'They met on ⟦Monday⟧.'),
        says: '“Monday” is counted from',
        name: 'seeds/2021-07-05 ministers.txt',
        fixes: {
          'Insert the missing field “Published”': seed({ Published: '' }, 'They met on Monday.').replace(
            'Title:',
            'Published: ‸\nTitle:',
          ),
          'Insert “Published: 2021-07-05” (from the file’s name)': seed({}, 'They met on Monday.'),
        },
        also: ['missing-metadata'],
      },
    ],
    silent: [
      passage('They met on Monday.'),
      { text: seed({ Published: '2021' }, 'They met on Monday.') },
      // The field's own finding tells.
      { text: seed({ Published: '05/07/2021' }, 'They met on Monday.'), also: ['ambiguous-date'] },
      { text: seed({}, 'They met on Monday.').replace(' 2021-07-05', ''), also: ['empty-field'] },
      // Nothing hangs on publication.
      {
        text: seed({ Published: '' }, 'They met on 5 July 2021 for three days, and recently every Monday at noon.'),
        also: ['missing-metadata'],
      },
      // A history dates itself.
      {
        text: seed(
          { Published: '' },
          'In 1914 it began, in 1915, 1916, 1917 and 1918 it went on.\n\nIt ended in November, on a Monday. Today it is a museum.',
        ),
        also: ['missing-metadata'],
      },
      // A title may say what it likes.
      { text: seed({ Published: '', Title: 'Ministers meet on Monday' }), also: ['missing-metadata'] },
    ],
  },

  'date-after-publication': {
    fires: [
      {
        ...passage('The strike ended on ⟦28 December 2021⟧.'),
        says: '28 December 2021 is over by what the text says, but the document was published before it, on 5 July 2021. Check this date and “Published”.',
        fixes: { 'Annotate as 28 December 2020': 'value: 2020-12-28' },
        accepted: 'accepted:\n  - code: date-after-publication\n    quote: 28 December 2021\n',
      },
      {
        ...passage('On ⟦July 6, 2021⟧, the ministers met.'),
        fixes: { 'Annotate as 6 July 2020': 'value: 2020-07-06' },
      },
      {
        ...passage('The law was passed on ⟦5 July 2022⟧ in Bonn; they died on ⟦4 July 2022⟧.'),
        fixes: { 'Annotate as 5 July 2021': 'value: 2021-07-05' },
      },
      {
        ...passage('He was born on ⟦29 February 2024⟧.'),
        fixes: { 'Annotate as 29 February 2020': 'value: 2020-02-29' },
      },
    ],
    silent: [
      passage('The strike ended on 5 July 2021, and before it on 4 July 2021.'),
      // What may be to come.
      passage('It will open on 6 July 2021. It opens on 6 July 2021. It is to open on 6 July 2021.'),
      passage('It was set for 6 July 2021, was due on 6 July 2021 and was postponed to 6 July 2021.'),
      passage('They agreed to close by 31 December 2021; he was jailed until 31 December 2021.'),
      passage('The law, which was passed, takes effect on 6 July 2021. He said the vote would be held on 6 July 2021.'),
      passage('The vote was not on 6 July 2021, and if it was on 6 July 2021, nobody came.'),
      passage('It was about 6 July 2021. It was 6 July 2021.'),
      // The document itself, later.
      passage('This page was updated on 6 July 2021.'),
      // Of publication no day is known.
      { text: seed({ Published: '2021' }, 'The strike ended on 28 December 2021.') },
      {
        ...passage('The strike ended on 28 December 2021.'),
        files: {
          'seeds/a.txt.annotations.yaml':
            'seedmark: 1\nannotations:\n  - id: a1\n    type: date\n    quote: 28 December 2021\n    attributes: { value: "2020-12-28" }\n',
        },
      },
    ],
  },

  'name-variant': {
    fires: [
      {
        ...passage('They signed the ⟦Treaty of Westminser⟧.'),
        files: { 'facts/f.yaml': TREATY },
        says: 'Did you mean “Treaty of Westminster”? The facts files know that name, and not this one.',
        fixes: {
          'Add as an alias of “Treaty of Westminster”': TREATY.replace(
            'Westminster}',
            'Westminster, aliases: [Treaty of Westminser]}',
          ),
        },
        accepted: 'accepted:\n  - code: name-variant\n    quote: Treaty of Westminser\n',
      },
      {
        ...passage(`${'The Treaty of Westminster holds. '.repeat(3)}The ⟦Treaty of Westmnister⟧ does not.`),
        says: 'This text writes that name 3 times.',
      },
      {
        ...passage('The ⟦Treaty of Westminsster⟧ holds.'),
        files: Object.fromEntries(
          ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`seeds/x${name}.txt`, `The Treaty of Westminster, ${name}.\n`]),
        ),
        index: 'names',
        says: '6 other seeds write that name.',
      },
    ],
    silent: [
      { ...passage('They signed the Treaty of Westminster.'), files: { 'facts/f.yaml': TREATY } },
      // Once is no more than once.
      passage('The Treaty of Westminster and the Treaty of Westminser hold.'),
      { ...passage('They signed the Treaty of Westport.'), files: { 'facts/f.yaml': TREATY } },
      {
        ...passage('The Treaty of Austrian.'),
        files: { 'facts/f.yaml': 'entities:\n  - {id: a, type: law, name: Treaty of Austria}\n' },
      },
    ],
  },
  'duplicate-seed': {
    fires: [
      {
        text: copied('⟦Crane falls⟧', REPORT),
        files: { 'seeds/b.txt': copied('Harbour closed', REPORT) },
        says: 'byte for byte that of “Harbour closed”, published 2021-07-05',
        accepted: 'accepted:\n  - code: duplicate-seed\n    quote: Crane falls\n',
      },
      {
        text: copied('⟦A crane⟧', REPORT),
        files: { 'seeds/b.txt': copied('One', REPORT), 'seeds/c.txt': copied('Two', REPORT) },
        says: '“One”, published 2021-07-05 and 1 more.',
      },
    ],
    silent: [
      { text: copied('One', REPORT), files: { 'seeds/b.txt': copied('One', 'Ships are back at the quay.') } },
      { text: copied('One', 'See above.'), files: { 'seeds/b.txt': copied('Two', 'See above.') } },
      { text: copied('One', REPORT), files: { 'notes/b.md': REPORT } },
    ],
  },
  'near-duplicate-seed': {
    fires: [
      {
        text: copied('⟦Crane falls⟧', REPORT),
        files: { 'seeds/b.txt': copied('Harbour closed', `${REPORT} A diver has been asked for help.`) },
        says: '% of the text of this seed also stands in “Harbour closed”',
        accepted: 'accepted:\n  - code: near-duplicate-seed\n    quote: Crane falls\n',
      },
      {
        text: copied('⟦Crane falls⟧', REPORT),
        files: { 'seeds/b.txt': copied('Harbour closed', REPORT.toUpperCase().replaceAll(' ', '\n')) },
        says: '99 % of the text',
      },
    ],
    silent: [
      { text: copied('One', REPORT), files: { 'seeds/b.txt': copied('One', REPORT.split(' ').reverse().join(' ')) } },
      { text: copied('One', REPORT), files: { 'seeds/b.txt': copied('Two', 'The harbour of Elsmere was closed.') } },
      { text: copied('One', 'See above.'), files: { 'seeds/b.txt': copied('Two', 'See above now.') } },
    ],
  },
  'unmatched-quote': {
    fires: [
      {
        ...passage('She said: ⟦“We⟧ will go. They left.'),
        says: 'opens here and is never closed',
        accepted: 'accepted:\n  - code: unmatched-quote\n    quote: “We\n',
      },
      { ...passage('We will go, she ⟦said,”⟧ and left.'), says: 'closes here what was never opened' },
      { ...passage('“We will go, she ⟦said"⟧, and left.') },
    ],
    silent: [
      passage('“We will go,” she said, “and ‘never’ return.”'),
      passage('The users’ data, don’t, O’Neill, rock ’n’ roll, the ’90s; a 14" screen, 6\'2".'),
      passage('“We will go.\n\n“And never return.”'),
      passage('„Guten Tag“, sagte er. « Bonjour », dit-elle.'),
    ],
  },
};
