import { describe, expect, test } from 'vitest';
import { marked, unmarked } from '../support/marks.ts';
import { timesOf } from '../support/times.ts';

/** A Wednesday. */
const PUBLISHED = '2021-07-07';

/** The text says what is to be found: `<<Friday at 5|2021-07-02T05:00>>`, with the mod behind the value. */
function check(expected: string): void {
  const text = unmarked(expected);
  const label = ({ value, mod }: ReturnType<typeof timesOf>[number]) => `${value ?? '?'}${mod ? ` ${mod}` : ''}`;
  expect(marked(text, timesOf(text, { published: PUBLISHED }), label)).toBe(expected);
}

describe('times of day as they are said', () => {
  test.each([
    'We will eat on <<Friday at 7|2021-07-09T07:00>>, or <<tomorrow around eight|2021-07-08T08:00>>.',
    'Ring me <<tmrw at 9a|2021-07-08T09:00>>. It ended at <<8:45p|2021-07-07T20:45>>.',
    'The boat leaves at <<nine thirty|2021-07-07T09:30>>.',
    'It begins <<tomorrow at six forty-five|2021-07-08T06:45>> and ends at <<seven thirty p m|2021-07-08T19:30>>.',
    'It struck <<ten past nine|2021-07-07T09:10>>, then <<20 minutes past 4 in the afternoon|2021-07-07T16:20>>.',
    'He rose at <<half past six o’clock|2021-07-07T06:30>> and left <<tomorrow at quarter past eight|2021-07-08T08:15>>.',
    'See you <<tonight around 8|2021-07-07T20:00>>; it broke <<last night at 11|2021-07-06T23:00>>.',
    'They meet in <<the morning at 7|2021-07-07T07:00>>, the others at <<8:00 early morning|2021-07-07T08:00 START>>.',
    'Lunch is at <<noonish|2021-07-07T12:00>>, tea at <<4ish|2021-07-07T04:00 APPROX>>, rest <<tomorrow pm|2021-07-08TAF>>.',
    'It was quiet by <<mid-afternoon|2021-07-07TAF MID>> and on <<Monday mid-morning|2021-07-05TMO MID>>.',
    'Doors open <<Friday in the evening|2021-07-02TEV>>; come <<tonite|2021-07-07TNI>>!',
    'Logged <<Wed Jun 16 08:15:20 2021|2021-06-16T08:15:20>> by hand.',
    'It begins at <<3 pm EST|2021-07-07T15:00-05>>. It ends at <<7 p.m. PT|2021-07-07T19:00>>.',
    'He speaks at <<3 p.m. Eastern|2021-07-07T15:00>>, that is <<9 pm Paris time|2021-07-07T21:00>>.',
  ])('%s', check);
});

describe('from one time of day to another', () => {
  test.each([
    'Open from <<2|2021-07-09T14:00>> to <<4 p.m. on 9 July|2021-07-09T16:00>>.',
    'Call between <<11|2021-07-07T11:00>> and <<1 pm|2021-07-07T13:00>>, or <<10am|2021-07-07T10:00>>-<<2pm|2021-07-07T14:00>>.',
    'Between <<2pm|2021-07-07T14:00>> and <<4|2021-07-07T16:00>>, or <<9:30|2021-07-07T21:30>>-<<10:15 pm|2021-07-07T22:15>>.',
    'Shut <<Friday at 2:00|2021-07-02T14:00>> - <<2:30 pm|2021-07-02T14:30>>, <<10:30|2021-05-03T10:30>> to <<11:30 on 3 May|2021-05-03T11:30>>.',
    'He taught <<9|2021-07-05T09:00>> to <<11 a.m. Monday morning|2021-07-05T11:00>> and worked <<Monday|2021-07-05>> 3-8.',
    'It snowed from <<November|2016-11>> to <<February 2017|2017-02>>, in <<March|2018-03>> and <<May 2018|2018-05>>.',
    'It is shut between <<5|2021-07-08T17:00>> and <<6 in the afternoon tomorrow|2021-07-08T18:00>>.',
  ])('%s', check);
});

describe('days in figures', () => {
  test.each([
    'Meet on <<8/18|2021-08-18>>, <<8/21|2021-08-21>> or <<8/30|2021-08-30>>.',
    'Meet on <<22/07|2021-07-22>> at the quay, due <<7/30|2021-07-30>>.',
    'Meet <<Friday 7/16|2021-07-16>> or <<7/23 at 5 pm|2021-07-23T17:00>>.',
    'It came <<Jun/3|2021-06-03>> or <<2020/aug/01|2020-08-01>> or <<23/Sep/2020|2020-09-23>>; <<Dec/2018|2018-12>>.',
    'It came <<mar9|2021-03-09>>, <<Nov27, 1988|1988-11-27>> and <<jun8 night|2021-06-08TNI>>.',
    'Come <<Friday (jul-16)|2021-07-16>>. Date:<<30 May 2020|2020-05-30>>.',
    'It is due on <<29th|2021-07-29>>. Figures for <<FY18|2018>>, <<cy20|2020>>, <<Q3 FY19|2019-Q3>>.',
    'He was born on <<12 June of 86|1986-06-12>>, in <<2019 october|2019-10>>; it may be in <<may|2021-05>>.',
  ])('%s', check);

  test('which is the day and which the month is not guessed', () => check('Meet on <<5/12|?>>.'));
});

describe('weeks and weekdays', () => {
  test.each([
    'Meet <<next week on Tuesday|2021-07-13>> or <<Thursday|2021-07-15>>.',
    'Take <<next week Mon|2021-07-12>>, <<Wed|2021-07-14>> or <<Fri|2021-07-16>> off.',
    'Take <<Monday|2021-07-12>>, <<Thursday|2021-07-15>> or <<Friday next week|2021-07-16>>.',
    'He came <<last Friday|2021-07-02>> and <<Saturday|2021-07-03>>.',
    'It rains on <<Monday|2021-07-05>> and <<Tuesday|2021-07-06>>.',
    'Take <<the first Friday of July|2021-07-02>>, <<the last Sunday in May 2020|2020-05-31>> or <<the second Monday evening of next month|2021-08-09TEV>>.',
    'Take <<the week after next|2021-W29>>, <<Sunday after next|2021-07-18>> or <<Friday evening next week|2021-07-16TEV>>.',
    'It fell in <<the year before last|2019>>; see <<the last week of last month|2021-W25>> and <<week 20 of last year|2020-W20>>.',
    'He left <<w/c May 10|2021-W19>>, in <<the third month of 2020|2020-03>> or <<the 9th month of last year|2020-09>>.',
    'He slept on <<3 May 2020|2020-05-03>> and woke <<the next morning at 7:30|2020-05-04T07:30>>.',
    'He is here at <<the minute|PRESENT_REF>> and for <<the remaining of the week|2021-W27>>; ring <<Friday morning EST|2021-07-02TMO>>, please.',
    'Done by <<the end of Friday|2021-07-02 END>>, <<eod tomorrow|2021-07-08 END>> or <<close of business on 9 July|2021-07-09 END>>.',
    'It was full on <<Labor Day weekend|2021-W35-WE>> and on <<the weekend of Halloween|2021-W43-WE>>, as on <<Christmas weekend 2019|2019-W52-WE>>.',
    'Before <<the 21st day of the month|2021-07-21>> he knew; <<the previous Christmas|2020-12-25>> too.',
  ])('%s', check);
});

describe('how long, how long ago, how often', () => {
  test.each([
    'He left <<half a year ago|2021-01>> and is back <<a fortnight later|2021-W29>>, in <<two weeks’ time|2021-W29>>.',
    'It took <<an hour and a half|PT1.5H>>, <<one and a quarter years|P1.25Y>>, <<the last 3 months and 2 weeks|P3M2W>>.',
    'Find <<30 minutes|PT30M>> <<later this week|2021-W27 END>>.',
    'It should last <<two hours|PT2H>>, for <<the next fortnight|P2W>> or <<three nights|P3D>>.',
    'Sales for <<the last quarter|2021-Q2>> fell; over <<the last quarter|P1Q>> they had grown.',
    'It was sold <<two weeks after 2020-03-05|2020-03-19>>, <<two weeks|P2W>> after <<05/07/2020|?>>.',
    'Call <<every Monday at 9 am|XXXX-WXX-1T09:00>>, <<Tuesdays at 17:30|XXXX-WXX-2T17:30>>, <<6 am everyday|XXXX-XX-XXT06:00>>.',
    'Rent is due <<the 5th of every month|XXXX-XX-05>>, cleaning <<every other Friday|XXXX-WXX-5>>, <<once a fortnight|P2W>>.',
    'They swim <<Friday mornings|XXXX-WXX-5TMO>> and on <<weekends|XXXX-WXX-WE>>, <<every two weekends|P2WE>>, in <<the evenings|XXXX-XX-XXTEV>>.',
    'To <<date|PRESENT_REF>>, it has paid <<semi-annually|P6M>>.',
    'In <<nineteen ninety-six|1996>> it closed; sales for <<2018 or later|2018 AFTER>>, for <<calendar year 2008|2008>>.',
  ])('%s', check);
});

test.each([
  'Two thirds (2/3) of them, 24/7, rose by 3/16, won 9/10, on 3/4 of the sites, 1/2 hour',
  'He is up to date, and his seven past winners; she came 9a; covid19, F16, Q12, mp3',
  'Turn left on 5th and Main; the $ 12 offer; see ten fifty dollar bills',
  'They work in two thousand cases; the May5 team; a couple; the daytime show; Sun and Google said',
])('nothing in “%s”', check);

test('other words behind it', () => {
  check('It closed on <<Friday|2021-07-02>> at 12 sites, ended <<Tuesday|2021-07-06>> at 11.');
  check('He came in <<2007|2007>> and later left; on <<5 May 2020|2020-05-05>> and after a while she came.');
  check('On <<Tuesday|2021-07-06>>, Sun and Acme met; <<six days later|2021-07-12>> this firm fell.');
});
