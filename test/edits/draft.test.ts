import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DraftOptions, draftSeed } from '../../server/src/edits/draft/draft.ts';
import { seedFileName } from '../../server/src/edits/draft/file-name.ts';
import { HOST_COUNT, outletNamed, outletOfHost } from '../../server/src/edits/draft/outlets.ts';
import { metadataOf } from '../../server/src/seed/metadata.ts';
import { parseSeed } from '../../server/src/seed/seed.ts';

const TODAY = '2021-07-06';
const OPTIONS: DraftOptions = { today: TODAY, required: ['source', 'published', 'title'], defaultFolder: 'seeds' };

interface Case {
  /** What is pasted, as it would come. */
  readonly text: string;
  /** Fields that are written or stand in the text: `key=value`. */
  readonly is: string;
  /** Proposals, and what is asked: `key~value` or `key?`. */
  readonly asks?: string;
}

/** The lines of a template, without the indentation that the source code has. */
function paste(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .trimEnd();
}

function check({ text, is, asks = '' }: Case): void {
  const pasted = paste(text);
  const draft = draftSeed(pasted, OPTIONS);
  const sure = draft.fields.filter(({ state }) => state !== 'proposed').map(({ key, value }) => `${key}=${value}`);
  const asked = draft.missing.map((key) => {
    const proposal = draft.fields.find((field) => field.key === key);
    return proposal ? `${key}~${proposal.value}` : `${key}?`;
  });
  const list = (lines: string) =>
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  expect({ is: sure, asks: asked }).toEqual({ is: list(is), asks: list(asks) });
  // A value comes from the place that it names, unless it is the name or the day that this place means.
  for (const { key, value, from } of draft.fields) {
    if (from === undefined) continue;
    const there = pasted.slice(from.start, from.end);
    expect(there, key).not.toBe('');
    expect(there, key).toBe(there.trim());
    if (key === 'title' || key === 'url' || key === 'author') expect(there.replace(/\s+/g, ' ')).toBe(value);
  }
  expect(draft.head + pasted.slice(draft.rest)).toContain(pasted.slice(draft.rest));
}

const BODY = `The harbour board voted to reopen the old lock after six years of repairs.

Boats are expected to pass from Monday, the board said.`;
const body = (indent: number) => BODY.replaceAll('\n', `\n${' '.repeat(indent)}`);

describe('pages of outlets', () => {
  const cases: Record<string, Case> = {
    'title, byline, published': {
      text: `
        Harbour board reopens the old lock

        By Jane Doe
        Published 5 July 2021

        ${body(8)}`,
      is: `published=2021-07-05
        title=Harbour board reopens the old lock
        author=Jane Doe`,
      asks: 'source?',
    },
    'BBC: standfirst, byline with the outlet below': {
      text: `
        Old lock to reopen after six years

        By Jane Doe
        BBC News

        Published
        5 July 2021

        Share
        Image source, Getty Images
        Image caption,
        The lock was closed in 2015

        ${body(8)}`,
      is: `source=BBC News
        published=2021-07-05
        title=Old lock to reopen after six years
        author=Jane Doe`,
    },
    'BBC: a stamp of outlet, day and hour of update': {
      text: `
        Old lock to reopen after six years
        BBC News - 5 July 2021 - Updated 10:32 BST

        ${body(8)}`,
      is: `source=BBC News
        published=2021-07-05
        title=Old lock to reopen after six years`,
    },
    'name and outlet with a comma, no By': {
      text: `
        Old lock to reopen after six years
        Jane Doe, BBC News
        5 July 2021

        ${body(8)}`,
      is: `source=BBC News
        published=2021-07-05
        title=Old lock to reopen after six years
        author=Jane Doe`,
    },
    'BBC: correspondent, how long ago': {
      text: `
        Old lock to reopen after six years
        3 hours ago

        Share

        Save
        Jane Doe
        Transport correspondent

        ${body(8)}`,
      is: `title=Old lock to reopen after six years
        author=Jane Doe`,
      asks: `source?
        published~2021-07-06`,
    },
    'The Guardian: name with a place, stamp with dots': {
      text: `
        Old lock to reopen after six years of repairs

        Harbour board votes for a start on Monday after long dispute over costs

        Jane Doe in Rotterdam
        Mon 5 Jul 2021 10.32 BST
        Last modified on Tue 6 Jul 2021 04.30 BST

        ${body(8)}

        https://www.theguardian.com/world/2021/jul/05/old-lock-reopens`,
      is: `source=The Guardian
        published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe
        url=https://www.theguardian.com/world/2021/jul/05/old-lock-reopens`,
    },
    'The Guardian: first published': {
      text: `
        Old lock to reopen after six years of repairs
        Jane Doe and John Roe
        First published on Mon 5 Jul 2021 10.32 BST

        ${body(8)}

        Photograph: Max Poe/AFP/Getty Images`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe and John Roe`,
      asks: 'source?',
    },
    'CBS: American day with the hour and the outlet behind slashes': {
      text: `
        Old lock to reopen after six years of repairs
        By Jane Doe
        July 5, 2021 / 10:32 AM / CBS News

        ${body(8)}`,
      is: `source=CBS News
        published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe`,
    },
    'CNN: byline with outlet, updated only': {
      text: `
        Old lock to reopen after six years of repairs
        By Jane Doe, CNN
        Updated 10:32 AM ET, Mon July 5, 2021

        (CNN) The harbour board voted to reopen the old lock after six years.`,
      is: `source=CNN
        title=Old lock to reopen after six years of repairs
        author=Jane Doe`,
      asks: 'published~2021-07-05',
    },
    'New York Times: By with two, published and updated': {
      text: `
        Old Lock to Reopen After Six Years of Repairs
        By Jane Doe and John P. Roe
        Published July 5, 2021
        Updated July 6, 2021

        ${body(8)}
        https://www.nytimes.com/2021/07/05/world/europe/lock.html`,
      is: `source=The New York Times
        published=2021-07-05
        title=Old Lock to Reopen After Six Years of Repairs
        author=Jane Doe and John P. Roe
        url=https://www.nytimes.com/2021/07/05/world/europe/lock.html`,
    },
    'navigation above, address on top': {
      text: `
        https://www.aljazeera.com/news/2021/7/5/old-lock-to-reopen
        Skip to content
        Home > News > Europe
        Breaking news
        Old lock to reopen after six years of repairs
        Jane Doe
        5 Jul 2021

        ${body(8)}`,
      is: `source=Al Jazeera
        published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe
        url=https://www.aljazeera.com/news/2021/7/5/old-lock-to-reopen`,
    },
    'the title of a browser tab': {
      text: `
        Old lock to reopen - BBC News
        https://www.bbc.co.uk/news/uk-57700001

        ${body(8)}`,
      is: `source=BBC News
        title=Old lock to reopen
        url=https://www.bbc.co.uk/news/uk-57700001`,
      asks: 'published?',
    },
    'an address alone at the end, host not known': {
      text: `
        Old lock to reopen after six years

        ${body(8)}

        https://www.harbour-ledger.example/2021-07-05/old-lock?ref=home`,
      is: `source=harbour-ledger.example
        published=2021-07-05
        title=Old lock to reopen after six years
        url=https://www.harbour-ledger.example/2021-07-05/old-lock?ref=home`,
    },
    'several addresses at the end are other stories': {
      text: `
        Old lock to reopen after six years
        By Jane Doe
        5 July 2021

        ${body(8)}

        https://www.harbour-ledger.example/a/dredgers
        https://www.harbour-ledger.example/b/bridges`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years
        author=Jane Doe`,
      asks: 'source~harbour-ledger.example',
    },
    'the address of a site is not that of the page': {
      text: `
        Old lock to reopen after six years
        5 July 2021

        ${body(8)}

        https://www.harbour-ledger.example/`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years`,
      asks: 'source?',
    },
    'an archived page is of its outlet': {
      text: `
        https://web.archive.org/web/20230101120000/https://www.reuters.com/world/old-lock-2021-07-05/
        Old lock to reopen after six years

        ${body(8)}`,
      is: `source=Reuters
        published=2021-07-05
        title=Old lock to reopen after six years
        url=https://web.archive.org/web/20230101120000/https://www.reuters.com/world/old-lock-2021-07-05/`,
    },
    'a day with two readings is asked': {
      text: `
        Old lock to reopen after six years
        By Jane Doe | 05/07/2021

        ${body(8)}`,
      is: `title=Old lock to reopen after six years
        author=Jane Doe`,
      asks: `source?
        published~05/07/2021`,
    },
    'a day with two readings on its own line': {
      text: `
        Old lock to reopen after six years
        Published: 05/07/2021 10:32

        ${body(8)}`,
      is: `published=05/07/2021 10:32
        title=Old lock to reopen after six years`,
      asks: 'source?',
    },
    'a day with two readings that the address settles': {
      text: `
        https://www.dw.com/en/2021/07/05/old-lock/a-1
        Old lock to reopen after six years
        Date 05/07/2021

        ${body(8)}`,
      is: `source=Deutsche Welle
        published=2021-07-05
        title=Old lock to reopen after six years
        url=https://www.dw.com/en/2021/07/05/old-lock/a-1`,
    },
    'a day that is still to come is asked': {
      text: `
        Old lock to reopen after six years
        14 August 2021

        ${body(8)}`,
      is: 'title=Old lock to reopen after six years',
      asks: `source?
        published~2021-08-14`,
    },
    'a day with points': {
      text: `
        Old lock to reopen after six years
        05.07.2021

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years`,
      asks: 'source?',
    },
    'a day without its year is proposed': {
      text: `
        Old lock to reopen after six years
        Published 30 December

        ${body(8)}`,
      is: 'title=Old lock to reopen after six years',
      asks: `source?
        published~2020-12-30`,
    },
    retrieved: {
      text: `
        Old lock to reopen after six years
        5 July 2021

        ${body(8)}

        Retrieved 6 July 2021 from https://www.cnbc.com/old-lock.html`,
      is: `source=CNBC
        published=2021-07-05
        retrieved=2021-07-06
        title=Old lock to reopen after six years
        url=https://www.cnbc.com/old-lock.html`,
    },
    Markdown: {
      text: `
        # Old lock to reopen after six years

        *5 July 2021*

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years`,
      asks: 'source?',
    },
    'a role behind the name, bars between': {
      text: `
        World | 5 July 2021
        Old lock to reopen after six years
        By Dr Jane van der Doe, Transport Correspondent

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years
        author=Dr Jane van der Doe`,
      asks: 'source?',
    },
    'no person wrote it': {
      text: `
        Old lock to reopen after six years
        By Our Staff Reporter
        5 July 2021

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years`,
      asks: 'source?',
    },
    'an agency wrote it': {
      text: `
        Old lock to reopen after six years
        By The Associated Press
        5 July 2021

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years
        author=The Associated Press`,
      asks: 'source~Associated Press',
    },
    'BBC: boxes run together': {
      text: `
        Old lock to reopen after six years
        By Jane Doe
        Cyber reporter

        Published5 July 2021
        Share
        Related Topics
        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years
        author=Jane Doe`,
      asks: 'source?',
    },
    'Reuters: day and hour run together': {
      text: `
        World
        Old lock to reopen after six years of repairs
        By Jane Doe
        July 5, 202110:32 AM GMT+1Updated 2 years ago

        ROTTERDAM, July 5 (Reuters) - The harbour board voted to reopen the old lock on Monday.

        Our Standards: The Thomson Reuters Trust Principles.`,
      is: `source=Reuters
        published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe`,
    },
    'Al Jazeera: the day twice': {
      text: `
        Old lock to reopen after six years of repairs
        The harbour board votes for a start on Monday.
        By Jane Doe
        Published On 5 Jul 20215 Jul 2021

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe`,
      asks: 'source?',
    },
    'New York Times: hour with points': {
      text: `
        Old Lock to Reopen After Six Years
        July 5, 2021, 10:32 a.m. ET
        By Jane Doe

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old Lock to Reopen After Six Years
        author=Jane Doe`,
      asks: 'source?',
    },
    'Washington Post': {
      text: `
        Old lock to reopen after six years of repairs
        By
        Jane Doe
        and
        John Roe
        July 5, 2021 at 10:32 a.m. EDT

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe and John Roe`,
      asks: 'source?',
    },
    'The Telegraph: By alone, a dot before the hour': {
      text: `
        Old lock to reopen after six years of repairs
        Board votes for a start on Monday

        By
        Jane Doe
        5 July 2021 • 10:32am

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe`,
      asks: 'source?',
    },
    'Financial Times': {
      text: `
        Old lock to reopen after six years of repairs
        Jane Doe in Rotterdam
        JULY 5 2021
        12
        Print this page

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe`,
      asks: 'source?',
    },
    'Daily Mail': {
      text: `
        Old lock to reopen after six years of repairs
        By JANE DOE FOR MAILONLINE

        PUBLISHED: 10:32 BST, 5 July 2021 | UPDATED: 11:00 BST, 6 July 2021

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=JANE DOE`,
      asks: 'source?',
    },
    'Sky: name, role with a handle, stamp with the land': {
      text: `
        Old lock to reopen after six years of repairs
        Jane Doe
        News reporter @janedoe
        Monday 5 July 2021 10:32, UK

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years of repairs
        author=Jane Doe`,
      asks: 'source?',
    },
    'The Economist: ordinal, place below': {
      text: `
        The old lock
        Six years, and then the water
        Jul 5th 2021
        ROTTERDAM

        ${body(8)}`,
      is: `published=2021-07-05
        title=The old lock`,
      asks: 'source?',
    },
    'minutes of a meeting': {
      text: `
        Minutes of the Harbour Board, 5 July 2021
        Present: Jane Doe, John Roe

        ${body(8)}`,
      is: 'title=Minutes of the Harbour Board, 5 July 2021',
      asks: `source?
        published?`,
    },
    'a transcript: speakers are no authors': {
      text: `
        Remarks on the old lock
        July 5, 2021

        JANE DOE: Good morning. The old lock will open again on Monday.

        JOHN ROE: At what hour will that be?`,
      is: `published=2021-07-05
        title=Remarks on the old lock`,
      asks: 'source?',
    },
    capitals: {
      text: `
        OLD LOCK TO REOPEN AFTER SIX YEARS
        BY JANE DOE
        THE INDEPENDENT
        JULY 5, 2021

        ${body(8)}`,
      is: `source=The Independent
        published=2021-07-05
        title=OLD LOCK TO REOPEN AFTER SIX YEARS
        author=JANE DOE`,
    },
  };
  test.each(Object.entries(cases))('%s', (_name, each) => check(each));
});

describe('agencies', () => {
  const cases: Record<string, Case> = {
    Reuters: {
      text: `
        Old lock to reopen after six years

        LONDON (Reuters) - The harbour board voted to reopen the old lock on Monday.

        Boats are expected to pass.

        (Reporting by Jane Doe; Editing by John Roe)`,
      is: `source=Reuters
        title=Old lock to reopen after six years
        author=Jane Doe`,
      asks: 'published?',
    },
    'Reuters with the day, no year': {
      text: `
        Old lock to reopen after six years

        ROTTERDAM, July 5 (Reuters) - The harbour board voted to reopen the old lock on Monday.`,
      is: `source=Reuters
        title=Old lock to reopen after six years`,
      asks: 'published~2021-07-05',
    },
    Xinhua: {
      text: `
        Old lock to reopen after six years
        Source: Xinhua| 2021-07-05 10:32:15|Editor: huaxia

        ROTTERDAM, July 5 (Xinhua) -- The harbour board voted to reopen the old lock on Monday.`,
      is: `source=Xinhua| 2021-07-05 10:32:15|Editor: huaxia
        published=2021-07-05
        title=Old lock to reopen after six years`,
    },
    AP: {
      text: `
        Old lock to reopen after six years
        By JANE DOE
        July 5, 2021 GMT

        ROTTERDAM, Netherlands (AP) — The harbour board voted to reopen the old lock on Monday.`,
      is: `source=Associated Press
        published=2021-07-05
        title=Old lock to reopen after six years
        author=JANE DOE`,
    },
    'AFP, nothing above': {
      text: `
        Rotterdam, July 5, 2021 (AFP) - The harbour board voted to reopen the old lock on Monday.

        Boats are expected to pass.`,
      is: `source=AFP
        published=2021-07-05`,
      asks: 'title?',
    },
    'TASS between slashes': {
      text: `
        Old lock to reopen after six years

        MOSCOW, July 5. /TASS/. The harbour board voted to reopen the old lock on Monday.`,
      is: `source=TASS
        title=Old lock to reopen after six years`,
      asks: 'published~2021-07-05',
    },
    'an agency in a paper: the paper is the source': {
      text: `
        https://www.straitstimes.com/world/europe/old-lock-to-reopen
        Old lock to reopen after six years
        PUBLISHED JUL 5, 2021, 10:32 AM SGT

        ROTTERDAM (AFP) - The harbour board voted to reopen the old lock on Monday.`,
      is: `source=The Straits Times
        published=2021-07-05
        title=Old lock to reopen after six years
        url=https://www.straitstimes.com/world/europe/old-lock-to-reopen`,
    },
    新华社: {
      text: `
        荷兰鹿特丹旧船闸六年后重新开放
        2021年07月05日 10:32
        来源：新华网 作者：王伟

        新华社鹿特丹7月5日电（记者王伟）港口管理局投票决定重新开放旧船闸。`,
      is: `source=新华网
        published=2021-07-05
        title=荷兰鹿特丹旧船闸六年后重新开放
        author=王伟`,
    },
    'only the agency in Chinese': {
      text: `
        荷兰鹿特丹旧船闸六年后重新开放

        新华社鹿特丹7月5日电（记者王伟）港口管理局投票决定重新开放旧船闸。`,
      is: `source=新华社
        title=荷兰鹿特丹旧船闸六年后重新开放
        author=王伟`,
      asks: 'published~2021-07-05',
    },
    'the name of an agency under a picture': {
      text: `
        Old lock to reopen after six years
        Image source,
        Reuters
        Published 5 July 2021

        ${body(8)}`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years`,
      asks: 'source?',
    },
  };
  test.each(Object.entries(cases))('%s', (_name, each) => check(each));
});

describe('press releases', () => {
  const cases: Record<string, Case> = {
    'for immediate release': {
      text: `
        FOR IMMEDIATE RELEASE
        5 July 2021

        Harbour Trust opens the old lock to all boats

        Contact: Jane Doe, press@harbour.example

        ROTTERDAM – The Harbour Trust today opened the old lock to all boats.

        – ENDS –

        Notes to editors
        About Harbour Trust
        The trust keeps eleven locks and four bridges.`,
      is: `source=Harbour Trust
        published=2021-07-05
        title=Harbour Trust opens the old lock to all boats`,
    },
    wire: {
      text: `
        Harbour Trust Opens the Old Lock to All Boats

        ROTTERDAM, July 5, 2021 /PRNewswire/ -- The Harbour Trust today opened the old lock to all boats.

        SOURCE Harbour Trust`,
      is: `source=Harbour Trust
        published=2021-07-05
        title=Harbour Trust Opens the Old Lock to All Boats`,
    },
    embargo: {
      text: `
        PRESS RELEASE
        EMBARGOED UNTIL 00:01 GMT Monday 5 July 2021
        Harbour Trust opens the old lock to all boats

        ${body(8)}

        ENDS`,
      is: `published=2021-07-05
        title=Harbour Trust opens the old lock to all boats`,
      asks: 'source?',
    },
    'place and day in front of the text': {
      text: `
        Harbour Trust opens the old lock to all boats

        Rotterdam, 5 July 2021 – The Harbour Trust today opened the old lock to all boats and ships.`,
      is: `published=2021-07-05
        title=Harbour Trust opens the old lock to all boats`,
      asks: 'source?',
    },
    'a copyright line proposes the source': {
      text: `
        Old lock to reopen after six years
        5 July 2021

        ${body(8)}

        © 2021 Harbour Ledger. All rights reserved.`,
      is: `published=2021-07-05
        title=Old lock to reopen after six years`,
      asks: 'source~Harbour Ledger',
    },
  };
  test.each(Object.entries(cases))('%s', (_name, each) => check(each));
});

describe('texts that are no pages', () => {
  const cases: Record<string, Case> = {
    'a seed': {
      text: `
        Source: Harbour Times Published: 2021-07-05
        Title: Lock open

        ${body(8)}`,
      is: `source=Harbour Times
        published=2021-07-05
        title=Lock open`,
    },
    'front matter': {
      text: `
        ---
        title: Lock open
        published: 2021-07-05
        ---

        ${body(8)}`,
      is: `published=2021-07-05
        title=Lock open`,
      asks: 'source?',
    },
    'a headline above fields': {
      text: `
        Lock open again for boats
        Source: Harbour Times
        Date: 5 July 2021

        ${body(8)}`,
      is: `source=Harbour Times
        published=5 July 2021
        title=Lock open again for boats`,
    },
    'a source line at the end': {
      text: `
        Old lock to reopen after six years

        ${body(8)}

        Source: Harbour Times`,
      is: `source=Harbour Times
        title=Old lock to reopen after six years`,
      asks: 'published?',
    },
    'a source line with an address': {
      text: `
        Old lock to reopen after six years

        ${body(8)}

        Source: https://www.ft.com/content/1a2b`,
      is: `source=https://www.ft.com/content/1a2b
        title=Old lock to reopen after six years
        url=https://www.ft.com/content/1a2b`,
      asks: 'published?',
    },
    'a paragraph': {
      text: 'The harbour board voted on 5 July 2021 to reopen the old lock after six years of repairs.',
      is: '',
      asks: `source?
        published?
        title?`,
    },
    'hard-wrapped prose has no headline': {
      text: `
        The harbour board voted on 5 July 2021 to reopen the old lock
        after six years of repairs, which had cost eleven million in
        all, and boats are expected to pass from Monday on again.`,
      is: '',
      asks: `source?
        published?
        title~The harbour board voted on 5 July 2021 to reopen the old lock`,
    },
    'a letter': {
      text: `
        Dear Sir,

        I write to you about the old lock, which the board means to open again.

        Yours,
        Jane Doe`,
      is: '',
      asks: `source?
        published?
        title?`,
    },
    'a day in the headline is not that of publication': {
      text: `
        Old lock to reopen on 5 July 2021 after six years of repairs

        ${body(8)}`,
      is: 'title=Old lock to reopen on 5 July 2021 after six years of repairs',
      asks: `source?
        published?`,
    },
    'By in prose is no byline': {
      text: `
        Old lock to reopen after six years
        By then the board had met four times, and nobody knew what to do.

        ${body(8)}`,
      is: 'title=Old lock to reopen after six years',
      asks: `source?
        published?`,
    },
    Arabic: {
      text: `
        إعادة فتح القفل القديم بعد ست سنوات
        بقلم أحمد علي
        المصدر: الجزيرة

        صوّت مجلس الميناء على إعادة فتح القفل القديم.`,
      is: `source=الجزيرة
        title=إعادة فتح القفل القديم بعد ست سنوات
        author=أحمد علي`,
      asks: 'published?',
    },
    German: {
      text: `
        Alte Schleuse öffnet nach sechs Jahren
        Von Jürgen Müller
        Stand: 05.07.2021 10:32 Uhr

        Der Hafenrat stimmte am Montag für die Öffnung der alten Schleuse.
        https://www.spiegel.de/panorama/alte-schleuse-a-1.html`,
      is: `source=Der Spiegel
        published=2021-07-05
        title=Alte Schleuse öffnet nach sechs Jahren
        author=Jürgen Müller
        url=https://www.spiegel.de/panorama/alte-schleuse-a-1.html`,
    },
  };
  test.each(Object.entries(cases))('%s', (_name, each) => check(each));
});

describe('the new seed', () => {
  const PASTE = 'Old lock to reopen\nBy Jane Doe\n5 July 2021\n\nThe board voted.\n';
  const made = (text: string, options: Partial<DraftOptions> = {}) => {
    const draft = draftSeed(text, { ...OPTIONS, ...options });
    return draft.head + text.slice(draft.rest);
  };

  test('the header stands in front, one field a line in canonical order, and the paste behind it', () => {
    expect(made(PASTE, { answers: { source: 'Harbour Times' } })).toBe(
      `Source: Harbour Times\nPublished: 2021-07-05\nTitle: Old lock to reopen\nAuthor: Jane Doe\n\n${PASTE}`,
    );
  });

  test('line ends are those of the paste', () => {
    const paste = PASTE.replaceAll('\n', '\r\n');
    expect(made(paste)).toBe(`Published: 2021-07-05\r\nTitle: Old lock to reopen\r\nAuthor: Jane Doe\r\n\r\n${paste}`);
  });

  test('a byte order mark stays first', () => {
    expect(made(`\ufeff${PASTE}`)).toBe(
      `\ufeffPublished: 2021-07-05\nTitle: Old lock to reopen\nAuthor: Jane Doe\n\n${PASTE}`,
    );
  });

  test('a text that says nothing of itself stays as it is', () => {
    expect(made('The board voted to reopen the lock.')).toBe('The board voted to reopen the lock.');
  });

  test('a header that is there stays as it is, and takes the answers in its own style', () => {
    const seed = 'source: Harbour Times Published: 2021-07-05\n\nBy Jane Doe\n\nThe board voted.\n';
    expect(made('Title: Lock\nBy: Jane Doe\n\n5 July 2021\n\nIt is open.\n', { answers: { source: 'X' } })).toBe(
      'Source: X\nPublished: 2021-07-05\nTitle: Lock\nBy: Jane Doe\n\n5 July 2021\n\nIt is open.\n',
    );
    expect(made(seed.replace('source', 'Source'), { answers: { title: 'Lock open' } })).toBe(
      'Source: Harbour Times Published: 2021-07-05\nTitle: Lock open\n\nBy Jane Doe\n\nThe board voted.\n',
    );
  });

  test('a day that is answered is written as ISO, one that cannot be read as it is, and nothing for an empty answer', () => {
    const head = (published: string) => draftSeed('Text.\n', { ...OPTIONS, answers: { published } }).head;
    expect(head('5 July 2021')).toBe('Published: 2021-07-05\n\n');
    expect(head('about 1890')).toBe('Published: about 1890\n\n');
    expect(head('')).toBe('');
  });

  test('a title that would read as other fields goes into front matter', () => {
    const title = 'Dates: Published: 2021-07-05 Source: none';
    expect(made('It is open.\n', { answers: { title, source: 'X' } })).toBe(
      `---\nsource: X\ntitle: "${title}"\n---\n\nIt is open.\n`,
    );
  });

  test('what the project asks for is asked, and today is proposed for the day of retrieval', () => {
    const draft = draftSeed(PASTE, { ...OPTIONS, required: ['Headline', 'Retrieved', 'language', 'shelf mark'] });
    expect(draft.missing).toEqual(['retrieved', 'language']);
    expect(draft.fields.find(({ key }) => key === 'retrieved')).toMatchObject({ value: TODAY, state: 'proposed' });
  });

  test('a source is written as the other seeds write it', () => {
    const text = 'Old lock to reopen - HARBOUR times\nBy Jane Doe\n\nThe board voted.\n';
    const draft = draftSeed(text, { ...OPTIONS, knownSources: ['Harbour Times'] });
    expect(draft.head).toBe('Source: Harbour Times\nTitle: Old lock to reopen\nAuthor: Jane Doe\n\n');
  });

  test('five megabytes work', () => {
    const text = `${PASTE}${'The harbour board voted.\r\n'.repeat(200_000)}`;
    const draft = draftSeed(text, OPTIONS);
    expect(draft.head.length).toBeLessThan(200);
    expect(draft.rest).toBe(0);
  });

  const fragment = fc.constantFrom(
    ...[
      'Old lock to reopen',
      'By Jane Doe',
      'By: Jane Doe',
      '5 July 2021',
      'Published: 2021-07-05',
      'Source: X',
      'Title: a: b',
      '---',
      '...',
      '# h',
    ],
    ...[
      'The board voted to open it.',
      'https://www.bbc.co.uk/news/1',
      'Section: World',
      'Publised: x',
      'title: lower',
      ' ',
      '\t',
      '\ufeff',
      '',
    ],
    ...[
      'LONDON (Reuters) - The board voted.',
      'Jane Doe, BBC News',
      '来源：新华社',
      'Keywords: a; b',
      '© 2021 X',
      '作者',
      '𝔘nicode 😀',
      'a\u2028b',
    ],
  );
  const ending = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n');
  const pasted = fc
    .array(fc.tuple(fragment, ending), { maxLength: 12 })
    .map((parts) => parts.map((part) => part.join('')).join(''));
  const answer = fc.constantFrom(
    'Harbour Times',
    '2021-07-05',
    'A: b',
    'Published: 2021',
    '"No"',
    '- x',
    'x # y',
    '’tis',
    'a\nb',
    '---',
    '新华社',
  );
  const answers = fc.dictionary(fc.constantFrom('source', 'published', 'title', 'author', 'url', 'retrieved'), answer);

  test('whatever is pasted and answered: fields read back, and the body is the paste, byte for byte', () => {
    fc.assert(
      fc.property(pasted, answers, (text, given) => {
        const draft = draftSeed(text, { ...OPTIONS, answers: given });
        const seed = draft.head + text.slice(draft.rest);
        const { segments } = parseSeed(seed);
        const header = segments[0]?.kind === 'header' ? segments[0] : undefined;
        const footer = segments.at(-1)?.kind === 'footer' ? segments.at(-1) : undefined;
        const before = parseSeed(text).segments;
        const own = before[0]?.kind === 'header' ? before[0] : undefined;
        // A line of a header that is there cannot hold every value; a header of ours can.
        fc.pre(own === undefined || !Object.values(given).includes('Published: 2021'));
        const { first } = metadataOf(header, footer);
        for (const { key, value, state } of draft.fields) {
          if (state === 'proposed') continue;
          const tidy = (written = '') => written.replace(/\s*[\r\n\u2028]+\s*/gu, ' ').trim();
          expect(tidy(first(key)?.field.value), key).toBe(tidy(value));
        }
        if (own === undefined) {
          const mark = text.startsWith('\ufeff') ? 1 : 0;
          expect(draft.rest).toBe(mark);
          expect(seed.slice(mark).endsWith(text.slice(mark))).toBe(true);
          // Blank lines above the body belong to the header, which ends nowhere else.
          const body = segments
            .filter((segment) => segment !== header)
            .map((segment) => segment.text)
            .join('');
          expect(body).toBe(
            draft.head.length > mark ? text.slice(mark).slice(text.slice(mark).length - body.length) : text,
          );
          if (header) expect(header.text.slice(draft.head.length).trim()).toBe('');
        } else {
          expect(text.slice(draft.rest)).toBe(text.slice(own.text.length));
          expect(seed.endsWith(text.slice(own.text.length))).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the name of the file', () => {
  const name = (source?: string, published?: string, title?: string) =>
    seedFileName({ source, published, title }, TODAY);

  test.each([
    [['BBC News', '2021-07-05', 'Old lock to reopen'], 'bbc-news-2021-07-05-old-lock-to-reopen.txt'],
    [[undefined, '2021-07-05', 'Old lock'], '2021-07-05-old-lock.txt'],
    [['BBC News', undefined, 'Old lock'], 'bbc-news-old-lock.txt'],
    [['BBC News', '2021-07', undefined], 'bbc-news-2021-07.txt'],
    [[undefined, 'about 1890', undefined], 'seed-2021-07-06.txt'],
    [[], 'seed-2021-07-06.txt'],
    [['El País', undefined, 'Größe “Ærø” – l’été à São Paulo'], 'el-pais-grosse-aero-lete-a-sao-paulo.txt'],
    [['X', undefined, "China's 1,200 'ships': AT&T/BBC? 50%"], 'x-chinas-1200-ships-at-t-bbc-50.txt'],
    [
      ['新华社', '2021-07-05', '荷兰鹿特丹旧船闸六年后重新开放'],
      '新华社-2021-07-05-荷兰鹿特丹旧船闸六年后重新开放.txt',
    ],
    [['الجزيرة', '2021-07-05', 'إعادةُ فتح القفل'], 'الجزيرة-2021-07-05-إعادةُ-فتح-القفل.txt'],
    [['हिन्दी', undefined, 'ガッコウ'], 'हिन्दी-ガッコウ.txt'],
    [['https://www.bbc.co.uk/news/1', undefined, 'Lock'], 'bbc-news-lock.txt'],
    [['harbour-ledger.example', undefined, 'Lock'], 'harbour-ledger-example-lock.txt'],
    [[undefined, undefined, 'CON'], 'seed-con.txt'],
    [[undefined, undefined, 'Lpt1'], 'seed-lpt1.txt'],
    [['../../etc', undefined, '/passwd\\..'], 'etc-passwd.txt'],
    [['😀', undefined, '…?!'], 'seed-2021-07-06.txt'],
  ] as const)('%j', (parts, expected) => {
    expect(name(...(parts as readonly (string | undefined)[]))).toBe(expected);
  });

  test('long titles end at a word', () => {
    expect(name('A', undefined, 'word '.repeat(100))).toBe(`a-${Array(12).fill('word').join('-')}.txt`);
  });

  test('whatever the title, the file and its sidecar fit on every disk, and the name has nothing but letters, digits and hyphens', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('界'.repeat(300), 'ü'.repeat(300), '𠮷'.repeat(200)),
    );
    fc.assert(
      fc.property(text, text, (source, title) => {
        const made = name(source, '2021-07-05', title);
        expect(new TextEncoder().encode(`${made}.annotations.yaml`).length).toBeLessThanOrEqual(255);
        expect(made).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*\.txt$/u);
      }),
    );
  });
});

describe('outlets', () => {
  test('are known by their hosts and those below', () => {
    expect(HOST_COUNT).toBeGreaterThanOrEqual(60);
    const of = (host: string) => outletOfHost(host)?.name;
    expect(of('www.bbc.co.uk')).toBe('BBC News');
    expect(of('edition.cnn.com')).toBe('CNN');
    expect(of('amp.theguardian.com')).toBe('The Guardian');
    expect(of('news.sky.com')).toBe('Sky News');
    expect(of('notbbc.co.uk')).toBe('notbbc.co.uk');
    expect(of('www.Harbour.example')).toBe('harbour.example');
  });

  test('what carries the pages of others is none', () => {
    for (const host of ['t.co', 'web.archive.org', 'archive.ph', 'www.google.com', '127.0.0.1', 'localhost'])
      expect(outletOfHost(host), host).toBeUndefined();
  });

  test('ordinary words name none', () => {
    for (const word of ['Time', 'Nature', 'i', 'Metro', 'constructor']) expect(outletNamed(word), word).toBeUndefined();
    expect(outletNamed('bbc news')).toBe('BBC News');
  });
});
