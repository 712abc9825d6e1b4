import { describe, expect, test } from 'vitest';
import { findEvents } from '../../server/src/names/events.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { marked, unmarked } from '../support/marks.ts';
import { longRunOf } from '../support/unicode.ts';

function check(expected: string): void {
  const text = unmarked(expected);
  const found = findEvents({ text, tokens: tokenize(text) });
  expect(marked(text, found, ({ type }) => type)).toBe(expected);
}

describe('wars and upheavals', () => {
  test.each([
    'Her father fell in <<World War II|event>>, his in the <<First World War|event>>, theirs in both <<World Wars I and II|event>>.',
    'The <<Battle of Hastings|event>> was short, the <<Siege of Leningrad|event>> was not.',
    'The 1991 <<Gulf War|event>> and the <<Six-Day War|event>> followed the <<Hundred Years’ War|event>> by centuries.',
    'The <<Wars of the Roses|event>>, the <<War of 1812|event>> and the <<War of the Spanish Succession|event>> are taught here.',
    'He survived the <<Cultural Revolution|event>> and she the <<Spanish Civil War|event>> as children.',
    'After the <<Civil War|event>> came the <<Boxer Rebellion|event>> and later the <<Second Intifada|event>> elsewhere.',
    'The <<Arab Spring|event>> began here, the <<Cuban Missile Crisis|event>> ended there.',
    'Troops began <<Operation Desert Storm|event>> before dawn.',
    'The <<Holocaust|event>> was denied; <<Holocaust|event>> survivors protested; the <<Rwandan genocide|event>> was not.',
  ])('%s', check);
});

describe('games and meetings', () => {
  test.each([
    'She won at the <<2008 Summer Olympics|event>>, lost at the <<2021 Tokyo Olympics|event>> and left the <<Olympics|event>> for good.',
    'The <<World Cup|event>> final, the <<Ryder Cup|event>> and the <<1998 FIFA World Cup|event>> were shown.',
    'He played the <<Australian Open|event>> and the <<U.S. Open|event>> but no <<Super Bowl LIV|event>> ever.',
    'Leaders left the <<G20 Summit|event>> for the <<G-8 summit|event>> and the <<Summit of the Americas|event>>.',
    'At <<COP26|event>> and the <<Cannes Film Festival|event>> nobody spoke of <<Euro 2020|event>> that day.',
    'The <<2012 African Cup of Nations|event>> was held here, as were the <<Commonwealth Games|event>> once.',
  ])('%s', check);
});

describe('disasters, and what is known by its day or year', () => {
  test.each([
    '<<Hurricane Katrina|event>> and <<Tropical Storm Fay|event>> hit the coast after <<Cyclone Nargis|event>> had gone.',
    'The <<September 11 attacks|event>> and the <<September 11, 2001 terrorist attacks|event>> are the <<9/11 attacks|event>> too.',
    'The <<2004 Indian Ocean earthquake and tsunami|event>> killed many; the <<2001 Italian general election|event>> none.',
    'The <<Great Depression|event>> followed the <<Black Death|event>> by far, and the <<Watergate scandal|event>> both.',
  ])('%s', check);
});

test.each([
  'A war broke out before the summit, and a revolution after it.',
  'Hurricane season begins; the National Hurricane Center warns; a Hurricane Watch is on.',
  'They live in Battle Creek, and the Olympics committee met there.',
  'The Imperial War Museum shows Star Wars; the Trade War goes on; a Prisoner of War came home.',
  'He read the Hunger Games with a Tea Cup near Mount Everest Summit and the Vietnam War Memorial.',
  'The charity Operation Smile and the Operation Center called.',
  'In 2004 Indian floods were worse, and September 11 was sunny.',
  'The Supreme Council for the Islamic Revolution met in secret.',
  'We went to the Battle of the Bands with the Extinction Rebellion people.',
  'A Grand Prix, a Film Festival, the Book Festival and the Cold War Kids were on.',
  'The Allies of World War II agreed on that.',
])('no event: %s', check);

describe('headlines, where a capital says little', () => {
  test.each([
    'President Threatens New Trade And Korean War Over Steel',
    'Survivors Recall the <<Korean War|event>>',
    '<<World War II|event>>',
  ])('%s', check);
});

test.each([
  'War ',
  'War of ',
  'World War ',
  'the 2004 A ',
  'Operation A ',
  'Grand Prix ',
  'Battle of the ',
  "Years' ",
  'A ',
  'September 11, ',
])('a megabyte of %j', (piece) => {
  const text = longRunOf(piece);
  findEvents({ text, tokens: tokenize(text) });
});
