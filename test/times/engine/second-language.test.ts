import { describe, expect, test } from 'vitest';
import { findTimes } from '../../../server/src/times/find.ts';
import { NO_FLOW, resolveTimes } from '../../../server/src/times/resolve/flow.ts';
import { marked, unmarked } from '../../support/marks.ts';
import { GERMAN } from './german.ts';

/** German times with their values; published on Wednesday, 7 July 2021 unless said otherwise. */
function check(expected: string, published: string | undefined = '2021-07-07', narrative = false): void {
  const text = unmarked(expected);
  const found = findTimes({ start: 0, text, field: undefined }, undefined, GERMAN);
  const { times } = resolveTimes(found, { published, narrative }, NO_FLOW, GERMAN.holidays);
  const label = (time: (typeof times)[number]) =>
    `${time.problem ? '!' : ''}${time.value ?? '?'}${time.mod ? ` ${time.mod}` : ''}`;
  expect(marked(text, times, label)).toBe(expected);
}

describe('days and months', () => {
  test.each([
    'Der Hafen wurde am <<5. Juli 2021|2021-07-05>> geschlossen.',
    'Der Hafen wurde am <<Montag, den 5. Juli 2021|2021-07-05>>, geschlossen.',
    'Die Stadt meldete am <<5. März|2021-03-05>> den ersten Fall.',
    'Bis zum <<31. 12. 2021|2021-12-31>> gilt das nicht.',
    'Das Gesetz vom <<05.07.2021|2021-07-05>> und das vom <<13.7.2021|2021-07-13>>.',
    'Die Messe beginnt im <<Juli|2021-07>>, die Schule begann im <<September|2020-09>>.',
    'Im <<März 1990|1990-03>> und <<Ende Oktober 2019|2019-10 END>>.',
    'Sie trafen sich am <<ersten Mai|2021-05-01>> wieder.',
    'Vom <<11.|2021-06-11>> bis <<14. Juni 2021|2021-06-14>> war die Brücke gesperrt.',
    'Von <<Mai|2021-05>> bis <<Juni 2021|2021-06>> war sie offen.',
  ])('%s', (text) => check(text));
});

describe('years, decades, centuries, seasons', () => {
  test.each([
    'Seit <<1990|1990>> regiert niemand.',
    'Im Jahr <<2015|2015>> und (<<1945|1945>>).',
    'Das waren <<die 1990er Jahre|199>>, in <<den 20er Jahren|192>> war es anders.',
    'Das Haus stammt aus <<dem 19. Jahrhundert|18>>.',
    'Der Krieg von <<1914|1914>> bis <<1918|1918>> war lang.',
    'Im <<Sommer 2018|2018-SU>> war es heiß, im <<letzten Winter|2020-WI>> kalt.',
    'Caesar starb im Jahr <<44 v. Chr.|BC0044>>',
  ])('%s', (text) => check(text));
});

describe('against publication', () => {
  test.each([
    '<<Heute|2021-07-07>> kam er, <<gestern|2021-07-06>> nicht; <<morgen|2021-07-08>> geht er, <<vorgestern|2021-07-05>> war er da.',
    '<<Gestern Abend|2021-07-06TEV>> fiel der Strom aus.',
    'Er sprach am <<Montag|2021-07-05>>. Er wird am <<Montag|2021-07-12>> sprechen.',
    'Im <<letzten Monat|2021-06>> stieg der Preis, <<nächste Woche|2021-W28>> fällt er.',
    'Die Wahl im <<vergangenen Jahr|2020>> und die im <<nächsten Jahr|2022>>.',
    'Sie kam <<vor drei Tagen|2021-07-04>> und geht <<in zwei Wochen|2021-W29>>.',
    'Das begann <<vor einem Jahr|2020>> und <<vor fünfundzwanzig Jahren|1996>>.',
    '<<Vor einigen Jahren|PAST_REF>> war das anders.',
    'An <<Weihnachten|2021-12-25>> und <<Ostern 2022|2022-04-17>> ist frei.',
    '<<Derzeit|PRESENT_REF>> regnet es, <<bald|FUTURE_REF>> nicht mehr.',
  ])('%s', (text) => check(text));
});

describe('times of day', () => {
  test.each([
    'Um <<18 Uhr|2021-07-07T18:00>> und um <<18.30 Uhr|2021-07-07T18:30>> fuhr ein Zug.',
    'Der Zug fuhr am <<5. Juli 2021 um 22:41 Uhr|2021-07-05T22:41>> ab.',
    'Er kommt <<morgen um 8 Uhr|2021-07-08T08:00>> und <<halb neun|2021-07-08T08:30>>.',
    'Bis <<Mitternacht|2021-07-07T24:00>> blieb es still.',
  ])('%s', (text) => check(text));
});

describe('durations and sets', () => {
  test.each([
    'Nach <<zwei Stunden|PT2H>> war der Saal leer, <<drei Monate|P3M>> lang.',
    'Er wartete <<anderthalb Jahre|P1.5Y>>, <<etwa zehn Minuten|PT10M APPROX>> und <<mehr als ein Jahrzehnt|P1DE MORE_THAN>>.',
    'Sie fährt <<jeden Montag|XXXX-WXX-1>>, <<jedes Jahr|P1Y>>, <<sonntags|XXXX-WXX-7>> und <<täglich|P1D>>.',
    '<<Drei Tage|P3D>> nach dem Brand kam sie zurück.',
    'Er blieb <<zwei Jahre und drei Monate|P2Y3M>>.',
  ])('%s', (text) => check(text));
});

test('what is no time', () => {
  check('Der Mann maiandert, die Wochenzeitung erschien, 18 Menschen und der Tagebau, 2000 Soldaten.');
  check('Das Seminar, die Marsreise, der Sommerfeld und ein Morgenrot.');
});

test('what cannot be or does not fit is told', () => {
  check('Am <<31. Juni 2021|!?>> und am <<Dienstag, den 5. Juli 2021|!2021-07-05>>.');
});

test('without a day of publication', () => check('Am <<11. Juni|XXXX-06-11>> und am <<Montag|XXXX-WXX-1>>.', '-'));

test('a history takes its years from the text', () => {
  check(
    'Im Jahr <<1914|1914>> begann der Krieg. Im <<August|1914-08>> zog er aus, <<zwei Jahre später|1916-08>> war er tot.',
    '2021-07-07',
    true,
  );
});
