import type { WordClass } from '../language.ts';

/**
 * English words that times are made of, by class. Months and weekdays with a capital only, and so are the words that
 * mean something else without one (“may”, “march”, “sun”, “mon”).
 */
export const CLASSES: Readonly<Record<string, WordClass>> = {
  month: {
    field: 'month',
    words: {
      1: 'january,Jan.,Jan',
      2: 'february,Feb.,Feb',
      3: 'March,Mar.,Mar',
      4: 'April,Apr.,Apr',
      5: 'May',
      6: 'June,Jun.,Jun',
      7: 'july,Jul.,Jul',
      8: 'August,Aug.,Aug',
      9: 'september,Sept.,Sept,Sep.,Sep',
      10: 'october,Oct.,Oct',
      11: 'november,Nov.,Nov',
      12: 'december,Dec.,Dec',
    },
  },
  /** Names that mean nothing but a month. */
  plainMonth: {
    field: 'month',
    words: {
      1: 'January',
      2: 'February',
      7: 'July',
      9: 'September,Sept.,Sept',
      10: 'October',
      11: 'November',
      12: 'December',
      4: 'April',
      6: 'June',
      8: 'August',
    },
  },
  /** Names that are verbs or persons as well. */
  otherMonth: {
    field: 'month',
    words: { 3: 'March', 5: 'May', 1: 'Jan.', 2: 'Feb.', 10: 'Oct.', 11: 'Nov.', 12: 'Dec.', 8: 'Aug.' },
  },
  weekday: {
    field: 'weekday',
    words: {
      1: 'Monday',
      2: 'Tuesday',
      3: 'Wednesday',
      4: 'Thursday',
      5: 'Friday',
      6: 'Saturday',
      7: 'Sunday',
    },
  },
  /** Short names need a date beside them. */
  shortWeekday: {
    field: 'weekday',
    words: {
      1: 'Mon.,Mon',
      2: 'Tues.,Tue.,Tues,Tue',
      3: 'Wed.,Wed',
      4: 'Thurs.,Thu.,Thur.,Thurs,Thu',
      5: 'Fri.,Fri',
      6: 'Sat.,Sat',
      7: 'Sun.,Sun',
    },
  },
  weekdays: {
    field: 'weekday',
    words: { 1: 'Mondays', 2: 'Tuesdays', 3: 'Wednesdays', 4: 'Thursdays', 5: 'Fridays', 6: 'Saturdays', 7: 'Sundays' },
  },
  season: {
    field: 'season',
    words: { SP: 'spring,springtime', SU: 'summer,summertime', FA: 'autumn,fall', WI: 'winter,wintertime' },
  },
  unit: {
    field: 'unit',
    words: {
      CE: 'century',
      DE: 'decade',
      Y: 'year',
      Q: 'quarter',
      M: 'month',
      W: 'week',
      D: 'day',
      TH: 'hour',
      TM: 'minute',
      TS: 'second',
    },
  },
  units: {
    field: 'unit',
    words: {
      CE: 'centuries',
      DE: 'decades',
      Y: 'years,yrs,yrs.',
      Q: 'quarters',
      M: 'months,mos.',
      W: 'weeks,wks',
      D: 'days',
      TH: 'hours,hrs',
      TM: 'minutes,mins',
      TS: 'seconds,secs',
      WE: 'weekends',
    },
  },
  /** Units of the calendar: what “last”, “this” and “next” go with. */
  calendarUnit: {
    field: 'unit',
    words: { CE: 'century', DE: 'decade', Y: 'year', Q: 'quarter', M: 'month', W: 'week', WE: 'weekend' },
  },
  dayUnit: { field: 'unit', words: { D: 'day' } },
  bigUnits: {
    field: 'unit',
    words: {
      CE: 'centuries',
      DE: 'decades',
      Y: 'years',
      M: 'months',
      W: 'weeks',
      D: 'days',
      TH: 'hours',
      TM: 'minutes',
    },
  },
  daylongUnit: {
    field: 'unit',
    words: { DE: 'decadelong', Y: 'yearlong', M: 'monthlong', W: 'weeklong', D: 'daylong', TH: 'hourlong' },
  },
  /** The span of a meeting or a strike that is told as an adjective: “the day-long hearing”. */
  partOfDay: {
    field: 'part',
    words: {
      MO: 'morning,mornings,forenoon',
      AF: 'afternoon,afternoons',
      EV: 'evening,evenings',
      NI: 'night,nights,nighttime,night-time',
    },
  },
  /** Points of the day. */
  noon: {
    field: 'part',
    words: {
      '12:00': 'noon',
      MI: 'midday',
      '24:00': 'midnight',
      MO: 'dawn,daybreak,sunrise',
      EV: 'dusk,sunset,nightfall',
    },
  },
  rel: { field: 'by', words: { '-1': 'last', 0: 'this', 1: 'next' } },
  /** From the time that the text speaks of. */
  toReference: {
    field: 'by',
    words: { '-1': 'previous,preceding,prior', 0: 'same', 1: 'following,next,subsequent,succeeding,ensuing' },
  },
  dayRef: { field: 'dayBy', words: { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' } },
  farDay: { field: 'dayBy', words: { '-2': 'the day before yesterday', 2: 'the day after tomorrow' } },
  early: { field: 'mod', words: { START: 'early', MID: 'mid', END: 'late' } },
  earlier: { field: 'mod', words: { START: 'earlier', END: 'later' } },
  edge: { field: 'mod', words: { START: 'beginning,start,onset', MID: 'middle,midpoint', END: 'end,close' } },
  yearEnd: { field: 'mod', words: { END: 'year-end,yearend' } },
  approx: {
    field: 'mod',
    words: {
      APPROX: 'about,around,approximately,roughly,some,circa,ca.,ca,c.,close to,or so',
      LESS_THAN: 'nearly,almost,less than,just under,under,fewer than,barely',
      MORE_THAN: 'more than,over,well over,just over,longer than,a little more than,a little over',
      EQUAL_OR_LESS: 'up to,at most,no more than,not more than,as much as,as long as,a maximum of',
      EQUAL_OR_MORE: 'at least,no less than,not less than,a minimum of',
    },
  },
  /** Before a date, where “over” and “some” would not be about it. */
  circa: { field: 'mod', words: { APPROX: 'about,around,approximately,roughly,circa,ca.,ca,c.' } },
  vague: {
    field: 'count',
    words: {
      X: 'several,a few,many,some,few,a number of,various,a couple more,countless,dozens of,hundreds of,thousands of,tens of,scores of,numerous,innumerable,many more,a few more,several more',
    },
  },
  two: { field: 'count', words: { 2: 'a couple of,a couple,a pair of' } },
  one: { field: 'count', words: { 1: 'a,an,one,a single,a full,a whole,another,one single,one full' } },
  article: { field: 'count', words: { 1: 'a,an' } },
  halfOf: { words: { 1: 'half a,half an,half-a' } },
  /** Between a number and what it counts. */
  kind: {
    words: {
      1: 'consecutive,straight,successive,full,whole,more,additional,long,short,calendar,trading,business,working,solid,further,other,extra,different,separate,entire,uninterrupted,hard,bloody,brutal,turbulent,difficult,crucial,critical,tough,intense,busy,single',
    },
  },
  ago: { field: 'sign', words: { '-1': 'ago,back' } },
  hence: { field: 'sign', words: { 1: 'from now,hence,from today' } },
  earlierThan: {
    field: 'sign',
    words: { '-1': 'earlier,previously,prior,beforehand', 1: 'later,afterward,afterwards,thereafter' },
  },
  beforeThat: { field: 'sign', words: { '-1': 'before', 1: 'after' } },
  anchor: { field: 'anchor', words: { 1: 'after,following', '-1': 'before,prior to,ahead of,until' } },
  fromNow: { field: 'sign', words: { 1: 'in,within' } },
  half: { field: 'half', words: { 1: 'first half', 2: 'second half,latter half,last half' } },
  halfShort: { field: 'half', words: { 1: 'H1,1H', 2: 'H2,2H' } },
  quarterShort: { field: 'quarter', words: { 1: 'Q1,1Q', 2: 'Q2,2Q', 3: 'Q3,3Q', 4: 'Q4,4Q' } },
  quarterOrdinal: {
    field: 'quarter',
    words: { 1: 'first,1st', 2: 'second,2nd', 3: 'third,3rd', 4: 'fourth,4th,final,last' },
  },
  era: { field: 'era', words: { BC: 'bc,bce,b.c.,b.c.e.,b.c,b.c.e', AD: 'ad,ce,a.d.,c.e.,a.d' } },
  eraFirst: { field: 'era', words: { AD: 'AD,A.D.' } },
  nineties: {
    field: 'decade',
    words: {
      192: 'twenties',
      193: 'thirties',
      194: 'forties',
      195: 'fifties',
      196: 'sixties',
      197: 'seventies',
      198: 'eighties',
      199: 'nineties',
    },
  },
  centuryWord: { words: { 1: 'century' } },
  meridiem: { field: 'meridiem', words: { AM: 'am,a.m.,a.m', PM: 'pm,p.m.,p.m' } },
  zone: {
    field: 'zone',
    words: {
      Z: 'GMT,UTC,Zulu',
      '-05': 'EST,CDT',
      '-04': 'EDT',
      '-06': 'CST,MDT',
      '-07': 'MST,PDT',
      '-08': 'PST',
      '+01': 'CET,BST',
      '+02': 'CEST,EET',
      '+03': 'EEST,MSK',
      '+08': 'SGT,HKT',
      '+09': 'JST,KST',
      '+10': 'AEST',
      '+11': 'AEDT',
    },
  },
  zoneName: {
    words: {
      1: 'ET,PT,CT,MT,eastern time,pacific time,central time,mountain time,local time,eastern standard time,eastern daylight time,pacific standard time,pacific daylight time',
    },
  },
  fiscal: { words: { 1: 'fiscal,financial,FY' } },
  lastest: { words: { 1: 'latest,most recent' } },
  numberWord: {
    field: 'count',
    words: { 1: 'once', 2: 'twice', 3: 'thrice' },
  },
  joint: { words: { 1: 'and,or,to,through,until,till,-,–,—,&' } },
  every: { field: 'quant', words: { EVERY: 'every', EACH: 'each' } },
  adverb: {
    field: 'value',
    words: {
      PT1H: 'hourly',
      P1D: 'daily,everyday',
      P1W: 'weekly',
      P2W: 'biweekly,fortnightly',
      P1M: 'monthly',
      P2M: 'bimonthly',
      P3M: 'quarterly',
      P6M: 'semiannual,semiannually,half-yearly,twice-yearly',
      P1Y: 'annually,yearly,annual',
      P2Y: 'biennial,biennially',
    },
  },
  nightly: { field: 'part', words: { NI: 'nightly' } },
  present: {
    field: 'reference',
    words: {
      PRESENT_REF:
        'now,right now,just now,currently,presently,nowadays,these days,at present,the present,at the moment,at this moment,at this point,at this time,at this stage,the time being,the present time,the current time,the moment,this moment,this point in time,present day,modern day',
    },
  },
  currentWord: { field: 'reference', words: { PRESENT_REF: 'current,present-day' } },
  pastRef: {
    field: 'reference',
    words: {
      PAST_REF:
        'recently,more recently,most recently,lately,previously,the recent past,the distant past,long ago,not long ago,the other day,a while ago,some time ago,sometime ago,a long time ago,a short time ago,moments ago,in recent times,recent years,recent months,recent weeks,recent days,recent decades,recent times,one point',
    },
  },
  recentWord: { field: 'reference', words: { PAST_REF: 'recent' } },
  futureRef: {
    field: 'reference',
    words: {
      FUTURE_REF:
        'soon,the near future,the foreseeable future,the immediate future,the near term,the coming years,the coming months,the coming weeks,the coming days,the years ahead,the months ahead,the weeks ahead,the days ahead,coming years,coming months,coming weeks,coming days,future years,years to come,months to come,the not too distant future,the not-too-distant future',
    },
  },
  theFuture: { field: 'reference', words: { FUTURE_REF: 'the future,future' } },
  thePast: { field: 'reference', words: { PAST_REF: 'the past' } },
  holiday: {
    field: 'holiday',
    words: {
      newYear: "new year's day,New Year,New Year's,the new year",
      newYearsEve: "new year's eve",
      epiphany: 'Epiphany',
      mlk: 'Martin Luther King Day,Martin Luther King Jr. Day,MLK Day',
      groundhog: 'Groundhog Day',
      valentine: "valentine's day,valentines day,st. valentine's day",
      presidents: "presidents' day,president's day,presidents day",
      womensDay: "international women's day",
      patrick: "st. patrick's day,st patrick's day,saint patrick's day",
      goodFriday: 'Good Friday',
      palmSunday: 'Palm Sunday',
      easter: 'Easter,Easter Sunday,easter day',
      easterMonday: 'Easter Monday',
      ashWednesday: 'Ash Wednesday',
      mardiGras: 'Mardi Gras,Shrove Tuesday,Fat Tuesday',
      maundyThursday: 'Maundy Thursday',
      ascension: 'Ascension Day,Ascension Thursday',
      pentecost: 'Pentecost,Whit Sunday',
      whitMonday: 'Whit Monday,Pentecost Monday',
      corpusChristi: 'Corpus Christi Day',
      orthodoxEaster: 'Orthodox Easter',
      aprilFools: "april fools' day,april fool's day,april fools day",
      earthDay: 'Earth Day',
      anzac: 'Anzac Day,ANZAC Day',
      mayDay: 'May Day,labour day',
      mothersDay: "mother's day,mothers' day",
      fathersDay: "father's day,fathers' day",
      memorialDay: 'Memorial Day',
      flagDay: 'Flag Day',
      juneteenth: 'Juneteenth',
      july4: 'Independence Day,the Fourth of July,the 4th of July,Fourth of July',
      bastille: 'Bastille Day',
      laborDay: 'Labor Day',
      sept11: '9/11,sept. 11 attacks',
      columbus: 'Columbus Day',
      halloween: 'Halloween,Hallowe’en',
      allSaints: "All Saints' Day,all saints day",
      allSouls: "All Souls' Day,all souls day",
      guyFawkes: 'Guy Fawkes Night,Bonfire Night,Guy Fawkes Day',
      veterans: "Veterans Day,veterans' day,Armistice Day,Remembrance Day",
      thanksgiving: 'Thanksgiving,Thanksgiving Day',
      blackFriday: 'Black Friday',
      cyberMonday: 'Cyber Monday',
      christmasEve: 'Christmas Eve',
      christmas: 'Christmas,Christmas Day,christmastime',
      boxingDay: 'Boxing Day',
      dDay: 'D-Day',
      lunarNewYear: 'Lunar New Year,Chinese New Year,Spring Festival',
      midAutumn: 'Mid-Autumn Festival',
      dragonBoat: 'Dragon Boat Festival',
      roshHashanah: 'Rosh Hashanah,Jewish New Year',
      yomKippur: 'Yom Kippur',
      passover: 'Passover',
      hanukkah: 'Hanukkah,Chanukah',
      purim: 'Purim',
      ramadan: 'Ramadan',
      eidAlFitr: 'Eid al-Fitr',
      eidAlAdha: 'Eid al-Adha',
      ashura: 'Ashura',
    },
  },
  /** Words that make the number before them a number of things, not a year or a day. */
  counted: {
    words: {
      1: 'people,persons,men,women,children,troops,soldiers,police,hundred,thousand,million,billion,trillion,percent,per,km,m,cm,mm,kg,miles,mile,kilometres,kilometers,metres,meters,feet,foot,ft,yen,yuan,won,euro,euros,dollar,dollars,pounds,rand,baht,cattle,sheep,fish,homes,degrees,square,cubic,other,additional,new,sq,acres,hectares,tons,tonnes,barrels,litres,liters,gallons,votes,seats,points,runs,goals,dead,or-so,megawatts,mw,rpm,horsepower,hp,shares,jobs,employees,workers,students,cases,deaths,units,copies,vehicles,cars,aircraft,planes,ships,islands,villages,prisoners,casualties,tanks,guns,horses,years,months,weeks,days,hours,minutes,more',
    },
  },
  paper: {
    words: {
      1: 'Times,Telegraph,Herald,Express,Mirror,Mail,Post,Tribune,World,Observer,Star,News,Standard,Sun,Independent,Mercury,Journal,Review,Show,School,Schools',
    },
  },
};
