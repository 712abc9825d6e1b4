import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hardText, longRunOf } from '../support/unicode.ts';
import { check, recognized } from './check.ts';

describe('lists', () => {
  test.each([
    '<<China|place>>’s rise worries <<U.S.|place>> and <<UK|place>> officials in <<Beijing|place>> and <<Washington|place>>.',
    'The <<Chinese|group>> firm hired three <<Americans|group>> and a <<Frenchman|group>>.',
    'The <<US|place>>-led talks, <<Israeli|group>>-<<Palestinian|group>> peace, tell us, Us.',
    'The <<European Union|organization>>, the <<EU|organization>>, the <<UN|organization>> and <<NATO|organization>> met in <<Geneva|place>>.',
    '<<Papua New Guinea|place>>, <<Guinea-Bissau|place>>, <<Côte d’Ivoire|place>>, <<Ivory Coast|place>>, <<North\nKorea|place>>, <<FRANCE|place>>',
    'He flew to <<Jordan|place>>; Michael Jordan met Jordan Peterson in <<Georgia|place>>. In <<Chad|place>>, Chad Smith smiled.',
    '<<Turkey|place>> ate turkey. Polish the car! <<Polish|group>> troops marched in march.',
    'GIVE US A BREAK. The <<US|place>> IPO. WHO KNOWS? The <<WHO|organization>> does.',
    'It crossed the <<Middle East|place>> to <<Central Asia|place>> and <<Africa|place>>.',
    'a nice male reunion in may',
    '<<Chinese Communist Party|organization>> mouthpiece the <<Global Times|organization>>',
  ])('%j', (expected) => check(expected));
});

test('thresholds hold for lists, and for nothing that is certain', () => {
  const thresholds = { place: 2, default: 0.5 };
  const aliases = [{ text: 'China', type: 'place', entity: 'cn' }];
  check('In Kenya, <<China|place #cn>> and <<Chinese|group>> firms paid <<£56m|money GBP 56000000>>.', {
    thresholds,
    aliases,
  });
  check('In Kenya, Chinese firms paid <<£56m|money GBP 56000000>>.', { thresholds: { default: 0.95 } });
});

describe('money', () => {
  test.each([
    'fined <<US$2.8billion|money USD 2800000000>> in <<April|>>'.replace('<<April|>>', 'April'),
    '<<£56m|money GBP 56000000>>, <<€1,234,567|money EUR 1234567>>, <<139 million euros|money EUR 139000000>>',
    '<<$3.50|money USD 3.5>> a share, <<5,000 yen|money JPY 5000>>, <<HK$5bn|money HKD 5000000000>>, <<A$7|money AUD 7>>',
    '<<RMB 5 million|money CNY 5000000>>, <<300 yuan|money CNY 300>>, <<5bn USD|money USD 5000000000>>, <<50 €|money EUR 50>>',
    '<<$5-10 million|money USD 5000000-10000000>>, from <<$2|money USD 2000000>> to <<$3 million|money USD 3000000>>',
    '<<two million dollars|money USD 2000000>>, <<a hundred dollars|money USD 100>>, <<twenty-five Hong Kong dollars|money HKD 25>>',
    '<<US $40 billion|money USD 40000000000>> or a <<$10-billion|money USD 10000000000>> deal',
    '<<5 million pounds sterling|money GBP 5000000>>, 200 pounds of meat, won 3 won medals, <<50 cents|money>>, <<30 pence|money GBP 0.3>>',
    '<<10 Swiss francs|money CHF 10>>, <<20 francs|money>>, <<Rs 500 crore|money INR 5000000000>>',
    'costs $ nothing, 5m people, $, US$',
    '<<A$20m|money AUD 20000000>>, <<£3.5bn|money GBP 3500000000>>, <<€1,5 Mio|money EUR 1500000>>, <<€3 Mrd|money EUR 3000000000>>',
    '<<Rs 50 crore|money INR 500000000>>, <<Rs. 5 lakh|money INR 500000>>, <<DM 100|money DEM 100>>, <<2 million DM|money DEM 2000000>>',
    '<<half a million dollars|money USD 500000>>, <<two and a half million euros|money EUR 2500000>>, half a team',
  ])('%j', (expected) => check(expected));
});

describe('shares and measures', () => {
  test.each([
    '<<94%|percent 94 %>>, <<5.7 per cent|percent 5.7 %>>, <<twenty percent|percent 20 %>>, <<5-10%|percent 5-10 %>>, <<5 to 10 per cent|percent 5-10 %>>',
    '<<0.5 percentage points|percent 0.5 pp>>, a <<three percent|percent 3 %>> rise, half of it',
    '<<5km|quantity 5 km>>, <<2,000 square miles|quantity 2000 mi²>>, <<38 degrees Celsius|quantity 38 °C>>, <<80 km/h|quantity 80 km/h>>',
    'a <<2,000-mile|quantity 2000 mi>> road, <<two million barrels|quantity 2000000 bbl>>, 38 degrees, 5 people, 2021-07-05',
    '<<35 °C|quantity 35 °C>>, <<-5 °C|quantity -5 °C>>, <<minus 40 degrees Fahrenheit|quantity -40 °F>>, <<20℃|quantity 20 °C>>, <<5-8 °C|quantity 5-8 °C>>',
    '<<-0.3%|percent -0.3 %>>, <<minus 2 percent|percent -2 %>>, <<5%|percent 5 %>>-<<6%|percent 6 %>>, <<25 basis points|percent 0.25 pp>>, <<half a percentage point|percent 0.5 pp>>',
    '<<120 MW|quantity 120 MW>>, <<300 GWh|quantity 300 GWh>>, <<5 TWh|quantity 5 TWh>>, <<2.5 mb/d|quantity 2500000 bbl/d>>, <<5 million bpd|quantity 5000000 bbl/d>>',
    '<<1.2m tonnes|quantity 1200000 t>>, <<40 gigatonnes|quantity 40 Gt>>, <<50 km²|quantity 50 km²>>, <<50 km2|quantity 50 km²>>, <<20 sq. miles|quantity 20 mi²>>',
    '<<60mph|quantity 60 mph>>, <<60 miles per hour|quantity 60 mph>>, <<110 kilometres an hour|quantity 110 km/h>>, <<20 knots|quantity 20 kn>>, <<3.5 mg/l|quantity 3.5 mg/l>>',
    '<<2 million barrels a day|quantity 2000000 bbl/d>>, <<2 million tonnes|quantity 2000000 t>> a year, <<5 km|quantity 5 km>>/x',
    'a <<7.2-magnitude|quantity 7.2 magnitude>> quake, of <<magnitude 6|quantity 6 magnitude>>, a <<magnitude of 5.5|quantity 5.5 magnitude>>, magnitude 50',
    '<<6ft 2in|quantity 74 in>>, <<6 feet 2 inches|quantity 74 in>>, a <<6-foot-2|quantity 74 in>> guard, <<5\'11"|quantity 71 in>>, <<6 feet|quantity 6 ft>> 2 in front',
    'a 10-year-old, two-thirds of them, one-third, 5m of them, 2 stone lions, 12 nm',
  ])('%j', (expected) => check(expected));
});

describe('metadata', () => {
  test.each([
    ['author', 'By <<Jane Doe|person>>, <<John Smith|person>> and Agencies'],
    ['author', '<<Doe, Jane|person>>'],
    ['author', '<<Doe, Jane|person>>; <<Li, Wei|person>>; Staff writers'],
    ['author', '<<王文斌|person>>'],
    ['author', '<<Jane Doe|person>> (jane@example.org)'],
    ['author', '<<Jane Doe|person>> in <<Paris|place>>'],
    ['author', '<<Reuters|organization>> Staff'],
    ['source', '<<Sky News Australia|organization>>'],
    ['source', 'https://example.org/a'],
    ['title', 'Why <<China|place>> fined it <<£56m|money GBP 56000000>>'],
    ['keywords', '<<China|place>>; CPC'],
    ['published', '5 July 2021 in China'],
    ['url', 'https://China.example/'],
    ['language', 'English'],
    ['rights', 'BBC 2021'],
  ] as const)('%s: %s', (field, expected) => check(expected, { field }));
});

test('laws and events beat lists and amounts', () => {
  check('The <<U.S. Constitution|law>> is older than the <<1998 Nagano Games|event>> ever were.');
  check('It broke the <<Hong Kong National Security Law|law>> in <<Hong Kong|place>> itself.');
});

test('words that are never names', () => {
  check('He opposed the Patriot Act and the <<Cold War|event>> as well.', { never: ['patriot act'] });
  check('The Global Times and <<China|place>>, 94%', { never: ['global times', '94%'] });
  check('<<China|organization #c>>', {
    never: ['china'],
    aliases: [{ text: 'China', type: 'organization', entity: 'c' }],
  });
});

test('facts beat rules', () => {
  const aliases = [{ text: 'Sky News', type: 'organization', entity: 'sky' }];
  check('<<Sky News|organization #sky>>', { field: 'source', aliases });
});

test('mentions lie in the text, in order, and do not overlap', () => {
  fc.assert(
    fc.property(hardText, fc.constantFrom(undefined, 'author', 'source', 'title'), (text, field) => {
      let at = 0;
      for (const { start, end } of recognized(text, field === undefined ? {} : { field })) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1500 },
  );
});

describe('a megabyte', () => {
  test.each([
    ...[
      '$1',
      '5 to ',
      'one ',
      'another ',
      'twenty-',
      'one hundred and ',
      '1 million million ',
      'percentage ',
      'Jordan ',
    ],
  ])('of %j', (piece) => {
    recognized(longRunOf(piece));
  });
  test.each(['A, ', '; ', 'by ', ' ', 'A and '])('of %j in the field of the author', (piece) => {
    recognized(longRunOf(piece), { field: 'author' });
    recognized(longRunOf(piece), { field: 'source' });
  });
});
