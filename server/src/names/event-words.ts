/** Words of events: resources of `events.ts`. Lists are words in small letters, between blanks. */

/** What an event may be called, and what must stand beside that for it to be the name of one. */
export interface Head {
  readonly words: string;
  /** Directly before the word: what makes it the name of an event. Without this list any name will do. */
  readonly before?: string;
  /** Directly before the word: what makes it something else. */
  readonly never?: string;
  /** A people or a land before it will do as well: "Spanish-American War". */
  readonly people?: true;
  /** Needs "the" before it where it has but this one word before: "the Civil War". */
  readonly the?: string;
  /** Is a name without anything before but "the": "the Olympics". */
  readonly bare?: true;
  /** Or without even that: "Holocaust survivors". */
  readonly alone?: true;
  /** Goes on with "of" and a name: "Battle of Hastings". */
  readonly of?: true;
  /** With "of" it goes on with these alone. */
  readonly about?: string;
  /** With "of" and these it is something else: "Battle of the Bands". */
  readonly unlike?: string;
  /** So many words stand before it at least: "Cannes Film Festival". */
  readonly least?: number;
  /** Held again and again: the year belongs to the name. */
  readonly year?: true;
}

const CITIES =
  'athens sydney atlanta barcelona seoul moscow montreal munich tokyo rome melbourne helsinki london berlin paris beijing rio janeiro turin torino vancouver sochi pyeongchang nagano lillehammer albertville calgary sarajevo innsbruck grenoble city brisbane cortina angeles';

export const HEADS: readonly Head[] = [
  {
    words: 'war',
    before:
      'cold gulf vietnam korean civil great falklands boer crimean balkan punic opium winter six-day peloponnesian revolutionary bosnian kosovo kargil iraq afghan chechen iran-iraq kippur phoney pacific east lebanon continuation football cod years',
    people: true,
    the: 'great civil winter pacific continuation football cod east',
    of: true,
    about: 'independence succession roses',
  },
  { words: 'wars', before: 'napoleonic punic balkan opium boer yugoslav', of: true, about: 'roses' },
  { words: 'battle siege', of: true, unlike: 'bands sexes books networks chefs brands', before: '' },
  { words: 'massacre', never: 'chainsaw' },
  {
    words: 'revolution',
    before:
      'cultural industrial orange rose tulip velvet carnation bolshevik october february glorious islamic xinhai saffron jasmine bolivarian singing umbrella meiji young',
    never: 'sexual digital',
    people: true,
  },
  { words: 'rebellion uprising mutiny putsch', never: 'extinction great popular the armed moon house' },
  { words: 'rising', before: 'easter jacobite' },
  { words: 'intifada' },
  { words: 'spring', before: 'arab prague' },
  {
    words: 'summit',
    never: 'mount mountain everest annual first second third final key special emergency joint crucial',
    of: true,
    about: 'the',
    year: true,
  },
  {
    words: 'olympics paralympics',
    before: `summer winter youth special ${CITIES}`,
    bare: true,
    year: true,
  },
  {
    words: 'games',
    before: `olympic summer winter asian commonwealth paralympic goodwill african africa american european mediterranean youth invictus pan-american asean ${CITIES}`,
    year: true,
  },
  {
    words: 'cup',
    of: true,
    about: 'nations',
    never: 'tea coffee paper solo plastic menstrual sippy sports bra egg holy measuring suction keurig k',
    year: true,
  },
  { words: 'championships', never: 'national', year: true },
  { words: 'championship', before: 'world european', year: true },
  {
    words: 'open',
    before: 'australian french u.s. us british italian canadian german swiss madrid thailand qatar dubai scottish kong',
    year: true,
  },
  { words: 'prix', before: 'grand', year: true, least: 2 },
  { words: 'festival', before: 'film music jazz arts book literature fringe', least: 2 },
  { words: 'depression recession famine purge', before: 'great' },
  { words: 'crisis', before: 'missile suez hostage' },
  { words: 'holocaust', before: 'nazi jewish', bare: true, alone: true },
  { words: 'genocide', before: 'armenian rwandan cambodian bosnian srebrenica' },
];

/** Storms and the like have a name behind them: "Hurricane Katrina". */
export const STORMS = 'hurricane typhoon cyclone superstorm storm';
/** What stands behind these words and is no name of a storm. */
export const NO_STORM =
  'center centre season seasons warning watch hunter hunters relief research preparedness force alley evacuees ridge katrinas names recovery damage survivors victims response category in and or hits warnings protection surge signal shadow lantern';

/** Operations have one to three words behind them; with these it is an office or a charity. */
export const NO_OPERATION =
  'center centre officer officers manager managers smile rescue theatre theater room rooms blessing usa christmas management and in of';

/** Named by their words; the last may be written small where it is here. */
export const PHRASES: readonly string[] = [
  'Black Death',
  'Boston Tea Party',
  'Great Leap Forward',
  'Great Fire of London',
  'Tet Offensive',
  'Berlin Airlift',
  'Berlin Blockade',
  'Bay of Pigs invasion',
  'Bay of Pigs Invasion',
  'Kristallnacht',
  'Holodomor',
  'Trail of Tears',
  'Night of the Long Knives',
  'Normandy landings',
  'Watergate scandal',
  'Watergate affair',
  'Iran-Contra affair',
  'Iran-Contra scandal',
  'Dreyfus affair',
  'Dreyfus Affair',
  'Profumo affair',
  'Chernobyl disaster',
  'Chernobyl accident',
  'Bhopal disaster',
  'Fukushima disaster',
  'Challenger disaster',
  'Hillsborough disaster',
  'Hindenburg disaster',
  'Deepwater Horizon oil spill',
  'Srebrenica massacre',
  'Srebrenica genocide',
  'Tiananmen Square massacre',
  'My Lai massacre',
  'Armenian genocide',
  'Rwandan genocide',
  'Lockerbie bombing',
  'Oklahoma City bombing',
  'Boston Marathon bombing',
  'Spanish flu',
  'Industrial Revolution',
  'Olympic Games',
  'Olympic games',
  'Paralympic Games',
  'War of 1812',
];

/** What happened, behind a year and a name: "the 2004 Indian Ocean tsunami". */
export const DISASTERS =
  'earthquake earthquakes tsunami floods flood bombings attacks massacre genocide coup eruption election elections referendum uprising protests riots war';
/** Words between them. */
export const KINDS_OF_DISASTER =
  'general presidential parliamentary legislative federal local regional municipal train subway nightclub hotel terrorist terror suicide bomb military';
