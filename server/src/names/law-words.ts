/** Words of laws: resources of `laws.ts`. Lists are words in small letters, between blanks. */

/** What a law may be called, and what must stand beside that for it to be the name of one. */
export interface Head {
  readonly words: string;
  /** Directly before the word: what makes it a law. Without this list any name will do. */
  readonly before?: string;
  /** Directly before the word: what makes it something else. */
  readonly never?: string;
  /** Words that go on its title: "Treaty of Lisbon", "Convention on the Rights of the Child". */
  readonly title?: string;
  /** First words of such a title; without this list any. */
  readonly about?: string;
  /** A subject alone is a kind of law and no name ("an Immigration Law"), unless an article or an owner stands before it. */
  readonly subject?: true;
}

export const HEADS: readonly Head[] = [
  {
    words: 'act',
    never:
      'sister class balancing opening juggling vanishing disappearing high-wire wire circus comedy double final first second third last to must will can should not now we they leaders love musical solo best supporting live main caught one two three',
    title: 'of',
    about: 'union settlement supremacy uniformity succession toleration',
  },
  {
    words: 'law',
    before:
      'basic emergency security election elections electoral press media citizenship nationality immigration asylum labor labour land oil hydrocarbon hydrocarbons tax data privacy bankruptcy espionage sedition blasphemy amnesty conscription marriage family penal patent copyright cybersecurity contract secession anti-secession anti-terrorism antiterrorism counterterrorism counter-terrorism anti-terror terrorism extremism agents organization organisation information secrets monopoly anti-monopoly property sanctions anti-sanctions protection',
    title: 'of',
    about: 'return sea',
    subject: true,
  },
  {
    words: 'bill',
    before:
      'farm gi g.i. media finance reform security rights safety data privacy education energy care insurance relief spending stimulus crime immigration withdrawal borders justice tax budget lokpal amendment markets tariff information powers secrecy secrets harms',
    title: 'of',
    about: 'rights',
    subject: true,
  },
  {
    words: 'code',
    before:
      'penal criminal civil tax labor labour revenue bankruptcy commercial family electoral election napoleonic highway procedure states u.s. anti-doping ministerial mining',
    title: 'of',
    about: 'hammurabi federal canon criminal civil military',
    subject: true,
  },
  { words: 'treaty', never: 'peace new draft proposed final same trade that extradition state', title: 'of on' },
  {
    words: 'convention conventions',
    before:
      'geneva vienna hague ottawa aarhus basel bern berne stockholm rotterdam minamata montevideo ramsar lome istanbul budapest barcelona bamako kampala weapons genocide refugee refugees torture slavery patent munitions sea whaling tax trafficking',
    never: 'national party annual',
    title: 'on against for relating concerning',
  },
  { words: 'covenant', before: 'league international', title: 'on' },
  {
    words: 'protocol',
    before: 'kyoto montreal geneva cartagena nagoya hague maputo palermo madrid gothenburg optional additional ireland',
    title: 'on to against',
  },
  { words: 'accord accords', never: 'honda own peace final framework power-sharing nuclear', title: 'on' },
  { words: 'agreement', title: 'on' },
  { words: 'pact', never: 'warsaw suicide peace trade defense defence security' },
  { words: 'compact', before: 'global mayflower', title: 'for' },
  {
    words: 'declaration',
    never: 'joint final customs opening closing tax official',
    title: 'of on',
    about: 'independence human principles the rights',
  },
  {
    words: 'charter',
    before:
      'un u.n. nations atlantic olympic freedom energy african arab european social oas asean hamas au earth constitutional great',
    title: 'of on for',
  },
  { words: 'constitution', never: 'journal uss u.s.s. ss new draft interim', title: 'of' },
  { words: 'statute', never: 'new state', title: 'of', about: 'westminster anne rome the' },
  {
    words: 'regulation',
    before: 'protection services markets mercury reach dublin merger timber registration',
    title: 'on',
  },
  { words: 'directive', never: 'prime new final advance first second draft', title: 'on' },
  { words: 'ordinance', never: 'city new local county municipal' },
  { words: 'amendment', never: 'constitutional proposed new draft this final floor budget senate house party' },
];

/** Words that make no name of an agreement by themselves: "Free Trade Agreement", but "North American Free Trade Agreement". */
export const GENERIC =
  'free trade association standby stand-by framework partnership peace ceasefire cease-fire cooperation co-operation bilateral multilateral investment license licence user service settlement purchase membership customer production sharing rental lease loan plea prenuptial non-disclosure nondisclosure collective bargaining final general first second third new draft security economic status readmission strategic master';

/** A law that a number names. */
export interface Numbered {
  readonly words: string;
  /** Words before it that belong to its name. */
  readonly before?: string;
  /** One of them, `No.` or a number with a stroke (`95/46/EC`) must be there. */
  readonly needed?: true;
  /** The fewest digits that make it certain. */
  readonly digits: number;
}

export const NUMBERED: readonly Numbered[] = [
  { words: 'resolution', before: 'house senate joint concurrent', digits: 2 },
  { words: 'order', before: 'executive', needed: true, digits: 4 },
  { words: 'proclamation', before: 'presidential', digits: 4 },
  { words: 'proposition', digits: 1 },
  {
    words: 'directive regulation',
    before: 'council commission delegated implementing presidential policy security national',
    needed: true,
    digits: 1,
  },
  {
    words: 'law decree act ordinance',
    before: 'public federal presidential legislative emergency supreme royal',
    needed: true,
    digits: 1,
  },
  { words: 'bill', before: 'house senate assembly', needed: true, digits: 1 },
  { words: 'h.r. hb sb h.b. s.b.', digits: 1 },
  { words: 'article', digits: 1 },
  { words: 'section', digits: 3 },
];

/** Parts of a law, before "of". */
export const PARTS = 'article section chapter clause paragraph title';

/** Countries before the name of a law: whose it is, and no part of the name. */
export const COUNTRIES = 'us u.s. uk u.k. eu e.u. british american australian canadian';

/** Of these a country is part: "the U.S. Constitution". */
export const OF_A_COUNTRY = 'constitution charter code';
