import { describe, expect, test } from 'vitest';
import { findTimes } from '../../server/src/times/find.ts';
import { isNarrative, tallyOf } from '../../server/src/times/narrative.ts';
import { marked, unmarked } from '../support/marks.ts';
import { timesOf } from '../support/times.ts';

/** A Thursday. */
const PUBLISHED = '1996-10-24';

/** The text says what is to be found: `<<on Monday|2021-07-05>>`, with the mod behind the value. */
function check(expected: string, options: { published?: string; narrative?: boolean } = {}): void {
  const text = unmarked(expected);
  const times = timesOf(text, { published: PUBLISHED, ...options });
  const label = ({ value, mod }: (typeof times)[number]) => `${value ?? '?'}${mod ? ` ${mod}` : ''}`;
  expect(marked(text, times, label)).toBe(expected);
}

describe('days and parts of them', () => {
  test.each([
    'It fell in <<midmorning|1996-10-24TMO>> and rose by <<mid-afternoon|1996-10-24TAF MID>>.',
    'The pumps failed in <<the early hours of Tuesday|1996-10-22TMO>>.',
    'They sang into <<the night|1996-10-24TNI>>; the hall was empty by <<the morning|1996-10-24TMO>>.',
    'The mayor resigned <<later Wednesday|1996-10-23 END>>, his deputy <<earlier Monday|1996-10-21 START>>.',
    'The ferry sank on <<Monday|1996-10-21>> and was raised at <<18:30 the following day|1996-10-22T18:30>>.',
    'He left on <<Monday|1996-10-21>>, the fourth mayor to do so; we met on <<Monday the 14th|1996-10-14>>.',
    'The strike ended over <<the weekend|1996-W42-WE>>; they will meet over <<the weekend|1996-W43-WE>>.',
    'Between <<now|PRESENT_REF>> and <<Christmas|1996-12-25>> I rest.',
    'Shops shut on <<Patriots’ Day|1997-04-21>>, schools on <<Election Day|1996-11-05>>.',
    'To <<this day|PRESENT_REF>> the bell is rung.',
    'The mill burned on <<Aug. 20|1996-08-20>>, a <<Tuesday|1996-08-20>>.',
    'On <<the 21st|1996-10-21>> the mill burned; on the 5th floor they slept.',
    'It fell to 20 F <<overnight|1996-10-24TNI>>.',
    'They rang at <<about a quarter to three in the afternoon|1996-10-24T14:45 APPROX>> and at <<ten past five this afternoon|1996-10-24T17:10>>.',
    'The shops shut for <<a second day|1996-10-24>>; for <<the third straight night|1996-10-24TNI>> windows broke.',
    'Just before <<9 this morning|1996-10-24T09:00>> the roof fell; the walls fell at <<10:30 last night|1996-10-23T22:30>>.',
    'Some of about 20 <<last night|1996-10-23TNI>> were late: they came at <<11 last night|1996-10-23T23:00>>.',
    'It rained <<overnight Tuesday|1996-10-22TNI>>; <<later in the day Wednesday|1996-10-23 END>> it snowed.',
    'It ends <<a week from today|1996-10-31>>. It began <<two weeks before Monday|1996-10-07>>.',
    '<<Two years|P2Y>> to the day after the flood he died.',
    '<<Back then|PAST_REF>> it was quiet; at <<that time|PAST_REF>> the mill still ran; at <<this hour|PRESENT_REF>> it burns.',
  ])('%j', (expected) => check(expected));
});

describe('what is still to come', () => {
  test.each([
    'The envoy was to land in Oslo on <<Sunday|1996-10-27>>; the rest were to follow <<Monday morning|1996-10-28TMO>>.',
    'The ship could sail as early as <<Friday|1996-10-25>>, the crew go home as soon as <<Saturday|1996-10-26>>.',
    'The talks resume <<Tuesday|1996-10-29>>, and both chambers meet <<Wednesday|1996-10-30>>.',
    'The orders will not come before <<spring|1997-SP>>. The last ones came in <<spring|1996-SP>>.',
    'The vote is <<Tuesday|1996-10-29>>. It is <<Thursday|1996-10-24>>. Prices fell ahead of <<Friday|1996-10-25>>.',
    'A hearing is set for <<Monday|1996-10-28>>; the rule takes effect <<Wednesday|1996-10-30>>, and nothing should change until <<May|1997-05>>.',
    'The wheat of <<December|1996-12>>; by <<mid-November|1996-11 MID>> no more; in <<November|1995-11>> he left.',
    'The fair opens <<May 2|1997-05-02>>, as it opened on <<May 20|1996-05-20>>.',
    'Bids are due by <<2 p.m. EST|1996-10-24T14:00-05>>. No other will do.',
  ])('%j', (expected) => check(expected));
});

describe('years and parts of them', () => {
  test.each([
    'It rained in <<April of last year|1995-04>>, in <<May last year|1995-05>> and on <<June 3 last year|1995-06-03>>.',
    'Work began in <<the spring of last year|1995-SP>> and stopped <<earlier this summer|1996-SU START>>.',
    'They met in <<1990|1990>>, signed in <<May that year|1990-05>> and left in <<the autumn of the same year|1990-FA>>.',
    'They met in <<March 1990|1990-03>>, and on <<the 20th of that month|1990-03-20>> she left.',
    'Profit fell in <<the latest quarter|1996-Q3>>.',
    'Sales rose in <<the third quarter|1996-Q3>>; they had fallen in <<the year-earlier period|1995-Q3>>.',
    'Profit rose in <<the third quarter|1996-Q3>>. For <<nine months|P9M>> it fell from that of <<the year-earlier period|1995>>.',
    'In <<the third quarter|1996-Q3>> it made a profit after a <<year-earlier|1995-Q3>> loss.',
    "It rose in <<the year-ago second quarter|1995-Q2>>, in <<this year's first half|1996-H1>> and in <<the latest week|1996-W42>>.",
    'A <<full-year|1996>> loss after a profit in <<the 1995 first half|1995-H1>>; none since <<late-September|1996-09 END>>. It fell in Tokyo <<overnight|1996-10-24TNI>>.',
    'The house was built <<a half-century ago|1946>>, the star <<4.6 billion years ago|PAST_REF>>.',
    'Profit for <<the full year|1996>> will rise above that of <<fiscal 1994-95|1994>> or <<the 1993 fiscal year|1993>>; the frost lasted into <<March|1996-03>>.',
    'They sell copper for <<December|1996-12>> delivery and for <<March|1997-03>> delivery.',
    'The house is of <<a quarter of a century ago|1971>>, the barn stood <<a quarter-century|P25Y>>.',
    'It opened <<a fortnight ago|1996-W41>>.',
    'They were as low as that as recently as <<June|1996-06>>.',
  ])('%j', (expected) => check(expected));
});

describe('lengths and what comes again', () => {
  test.each([
    'It took <<half an hour|PT30M>>, then another <<half-hour|PT30M>>.',
    'For <<30-odd years|P30Y APPROX>> he sang; <<those two years|P2Y>> were the best.',
    'A <<month-long|P1M>> strike; in <<the weeks|PXW>> before the strike; within <<seconds|PTXS>>.',
    'He took over <<last month|1996-09>> and stayed <<over a month|P1M MORE_THAN>>.',
    'It will be the first loss in <<five years|P5Y>>; he will be back in <<five years|2001>>.',
    'They meet <<twice weekly|P1W>> and quarrel <<several times a day|P1D>>.',
    'In <<those days|PAST_REF>> there was no bridge.',
    'For <<a dozen years|P12Y>> they have taught <<9-year-olds|P9Y>>; <<weeks|PXW>> go by without a lesson.',
    'They sang on <<Tuesdays|XXXX-WXX-2>>, for <<a year-and-a-half|P1.5Y>>.',
    'A <<decade-old|P1DE>> quarrel will be over in <<a day or two|P1D>>; the rock is <<2.7 billion years old|P2700000000Y>>.',
    '“<<Every evening|XXXX-XX-XXTEV>> I sang,” she said.',
  ])('%j', (expected) => check(expected));
});

describe('what stands beside a time', () => {
  test.each([
    'A <<1994|1994>> study; the <<2012|2012>> Summer Olympics; its <<May|1996-05>> issue; a <<June|1996-06>> poll; the town’s <<March|1996-03>> fair.',
    'They fled Lebanon <<June 24|1996-06-24>>, an <<August 31|1996-08-31>> deadline passed, and he praised Ann <<May 14|1996-05-14>>.',
    'The March Hare and the March for Peace; her first <<May Day|1996-05-01>>; Saint Patrick’s Cathedral; World Press Freedom Day.',
    '<<Wednesday|1996-10-23>>, 14 sailors left; on <<Saturday|1996-10-19>> 13 guests came.',
    'Shares fell following <<Tuesday|1996-10-22>>’s report and rose <<the following Tuesday|1996-10-29>>.',
    'They met <<previous Wednesday|1996-10-23>>.',
    'The vote was held in <<early afternoon Sunday|1996-10-20TAF START>>; it was <<the early hours of Monday morning|1996-10-21TMO>>.',
    'Rain fell for <<a third straight day|1996-10-24>>; sales rose for <<the second consecutive month|1996-10>>; they won for <<the fifth year|1996>> in a row.',
    'It ends <<weeks|PXW>> of talks, was followed by <<years|PXY>> of calm, in the closing days of the war; they have just <<hours|PTXH>> to live.',
    'A <<decades-old|PXDE>> feud; within <<days|PXD>> or <<weeks|PXW>>; <<the past quarter century|P25Y>>; over <<the years|PXY>> it grew.',
    '<<Every few minutes|PTXM>> a bus came; they are open <<the next couple of days|P2D>>.',
    'In <<the late 18th|17 END>> and <<19th centuries|18>>; in <<1980|1980>> and <<’81|1981>>; by <<year-end 1999|1999 END>>.',
    'It was quiet <<this past week|1996-W42>>; <<the night before last|1996-10-22TNI>> it rained; he came <<a week ago Monday|1996-10-14>>.',
    'It burned <<a week ago Friday night|1996-10-11TNI>>, and <<two years ago Sunday|1994-10-20>> as well.',
    'The siege entered <<its third day|1996-10-24>>; it lives into <<the 21st century|20>>, as it did at <<the time|PAST_REF>>.',
    'He waited <<half a dozen days|P6D>> and <<another ten weeks|P10W>>; it is <<over a decade old|P1DE MORE_THAN>>; his fifth call in as many days.',
    '<<A year and a half ago|1995-04>> it rained.',
    'It will open on <<Monday|1996-10-28>>, or to members, as a try, on <<Sunday|1996-10-27>>; crude for <<December|1996-12>> delivery closed at $25 <<Monday|1996-10-21>>.',
    'He died <<ten years ago today|1986-10-24>>; <<its fiscal year|1996>> ends soon.',
    'Rate rises of two more quarter-points; we are back in <<sixty seconds|PT60S>>.',
    'The council meets <<Monday|1996-10-28>>; a vote is likely <<Tuesday|1996-10-29>>; it should be ready by <<Wednesday|1996-10-30>>.',
  ])('%j', (expected) => check(expected));
});

describe('quarters of a report', () => {
  test.each([
    'In <<the quarter|1996-Q3>> sales rose; in <<the second quarter|1996-Q2>> they fell.',
    'Net fell in <<the second quarter|1996-Q2>>. Sales were $3 million, up from $2 million <<a year earlier|1995-Q2>>. <<Year-earlier|1995-Q2>> results had a gain.',
    'They will grow in <<the next quarter|1997-Q1>>.',
    'In <<the year-ago quarter|1995-Q3>> they lost; in <<the current quarter|1996-Q4>> they will gain.',
    'Sales rose in <<May|1996-05>>, which <<a year ago|1995-05>> was wet and <<six years ago|1990>> dry.',
  ])('%j', (expected) => check(expected));
});

describe('where a report is', () => {
  test.each([
    'In <<1988|1988>> it was sold. By <<the end of the year|1996 END>> it will shut; it rained <<later in the month|1996-10 END>>.',
    'In <<1988|1988>> it was sold, and by <<the end of the year|1988 END>> it was shut.',
    'It will run from <<1992|1992>> to <<the end of the decade|199 END>>.',
    'It sank on <<Tuesday|1996-10-22>>. By <<9 p.m.|1996-10-22T21:00>> all were ashore.',
    'It sank on <<Tuesday|1996-10-22>>. As of <<9 p.m. EDT|1996-10-24T21:00-04>> all were ashore.',
    'It will open on <<Friday|1996-10-25>>. <<The previous night|1996-10-23TNI>> it rained.',
    'It burnt on <<3 May 1990|1990-05-03>>, and again in <<1994|1994>>. <<The previous day|1996-10-23>> it shut.',
    'Notes due in <<May 1999|1999-05>> sold well. <<A year earlier|1995>> they failed.',
    'It sank at <<6:40 a.m.|1996-10-24T06:40>>; help came <<half an hour later|1996-10-24T07:10>>.',
    'The vote will be held <<Friday|1996-10-25>>; a chairman was to be elected <<Tuesday|1996-10-29>>; he was elected <<Tuesday|1996-10-22>>.',
    'Snow is forecast for <<Saturday|1996-10-26>>.',
    'He came <<a year ago|1995>>, and left in <<March 1996|1996-03>>.',
    'It sank on <<October 3|1996-10-03>>. At <<9 p.m.|1996-10-24T21:00>> it was raised.',
  ])('%j', (expected) => check(expected));
});

describe('a history', () => {
  test.each([
    'He came in <<the spring of 1861|1861-SP>> and died <<that autumn|1861-FA>>.',
    'On <<5 May 1861|1861-05-05>>, as on <<the previous day|1861-05-04>>, it rained. <<Two days later|1861-05-07>> it snowed.',
    'On <<10 March 1861|1861-03-10>> a campaign was planned for <<1863|1863>>. On <<12 March|1861-03-12>> it began, and was to go on until <<May 1864|1864-05>>. In <<June|1861-06>> it was over.',
    'He came on <<10 March 1861|1861-03-10>> and said he had been ill <<two years ago|1994>>. On <<12 March|1861-03-12>> he left.',
    'In <<March 1861|1861-03>> a book of <<1995|1995>>, which tells nothing of <<4 May|1861-05-04>>, begins.',
    'He was chosen in <<1861|1861>>. In <<1902|1902>> he was born again, and <<three years later|1905>> he died. <<A year later|1862>> he wrote.',
    'On <<3 May 1861|1861-05-03>> they crossed. <<The following spring|1862-SP>> they went home.',
    'On <<3 May 1861|1861-05-03>> they crossed; in <<the spring|1861-SP>> they had been few. In <<the evening|1861-05-03TEV>> it rained.',
    'In <<April 1861|1861-04>> they came, and only at <<night|XXXX-XX-XXTNI>>. <<That August|1861-08>> they left.',
    'On <<14 March 1861|1861-03-14>> they came. The king, who had sworn a pact on <<2 June 1852|1852-06-02>>, marched on <<5 April|1861-04-05>>.',
    'On <<4 October 1861|1861-10-04>> the fort fell; the port held out until <<19 May 1862|1862-05-19>>. By <<the autumn|1862-FA>> they starved.',
    'In <<May 1860|1860-05>> they came; <<the winter of 1861–62|1861-WI>> was hard. <<Today|PRESENT_REF>> a stone stands there.',
  ])('%j', (expected) => check(expected, { narrative: true }));

  test.each([
    ['They came on 3 May 1861 and left in June 1862. It was over by 1864. On 11 June they slept.', true],
    ['They came on 3 May 1861 and left in June 1862. On 11 June they slept.', true],
    ['They came on 3 May 1861. On 11 June they slept.', false],
    ['It was built in 1861 and sold in 1862. It will open on 11 June.', false],
    ['They came in 1861, left in 1862 and were back in 1864. Yesterday they slept.', false],
    ['They came in 1861, 1862 and 1863. The following spring they slept; that year it rained.', true],
  ])('%s: %s', (text, expected) => {
    expect(isNarrative([tallyOf(findTimes({ start: 0, text, field: undefined }))], PUBLISHED)).toBe(expected);
  });
});
