import type { WordClass } from '../language.ts';
import { minutes } from './minutes.ts';

/**
 * English words that times are made of, by class. Months and weekdays with a capital only, and so are the words that
 * mean something else without one (“may”, “march”, “sun”, “mon”).
 */
export const CLASSES: Readonly<Record<string, WordClass>> = {
  month: {
    field: 'month',
    words: {
      1: 'january,Jan.,Jan',
      2: 'february,feb.,feb',
      3: 'March,Mar.,Mar',
      4: 'april,apr.,apr',
      5: 'May',
      6: 'june,jun.,jun',
      7: 'july,jul.,jul',
      8: 'august,aug.,aug',
      9: 'september,sept.,sept,sep.,sep',
      10: 'october,oct.,oct',
      11: 'november,nov.,nov',
      12: 'december,dec.,dec',
    },
  },
  /** Without a capital only where a day with its ending or a year stands beside it. */
  smallMonth: { field: 'month', words: { 1: 'jan', 3: 'march,mar', 5: 'may' } },
  weekday: {
    field: 'weekday',
    words: {
      1: 'monday',
      2: 'tuesday',
      3: 'wednesday',
      4: 'thursday',
      5: 'friday',
      6: 'saturday',
      7: 'sunday',
    },
  },
  /** Short names need a date beside them. */
  shortWeekday: {
    field: 'weekday',
    words: {
      1: 'Mon.,Mon',
      2: 'tues.,Tue.,tues,Tue',
      3: 'Wed.,Wed',
      4: 'thurs.,Thu.,thur.,thurs,Thu',
      5: 'Fri.,Fri',
      6: 'Sat.,Sat',
      7: 'Sun.,Sun',
    },
  },
  weekdays: {
    field: 'weekday',
    words: { 1: 'mondays', 2: 'tuesdays', 3: 'wednesdays', 4: 'thursdays', 5: 'fridays', 6: 'saturdays', 7: 'sundays' },
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
      TH: 'hour,hr,hr.,h',
      TM: 'minute,min,min.',
      TS: 'second,sec,sec.',
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
    words: {
      CE: 'century',
      DE: 'decade',
      Y: 'year',
      Q: 'quarter',
      M: 'month',
      W: 'week,workweek,working week',
      WE: 'weekend',
    },
  },
  weekUnit: { field: 'unit', words: { W: 'week,workweek' } },
  dayUnit: { field: 'unit', words: { D: 'day' } },
  /** With the year that it is of. */
  nthMonth: {
    field: 'month',
    words: {
      1: 'first month,1 st month',
      2: 'second month,2 nd month',
      3: 'third month,3 rd month',
      4: 'fourth month,4 th month',
      5: 'fifth month,5 th month',
      6: 'sixth month,6 th month',
      7: 'seventh month,7 th month',
      8: 'eighth month,8 th month',
      9: 'ninth month,9 th month',
      10: 'tenth month,10 th month',
      11: 'eleventh month,11 th month',
      12: 'twelfth month,12 th month,last month,final month',
    },
  },
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
      TS: 'seconds',
    },
  },
  daylongUnit: {
    field: 'unit',
    words: { DE: 'decadelong', Y: 'yearlong', M: 'monthlong', W: 'weeklong', D: 'daylong', TH: 'hourlong' },
  },
  partOfDay: {
    field: 'part',
    words: {
      MO: 'morning,forenoon',
      AF: 'afternoon',
      EV: 'evening',
      NI: 'night,nighttime,night-time',
      DT: 'daytime',
    },
  },
  partsOfDay: { field: 'part', words: { MO: 'mornings', AF: 'afternoons', EV: 'evenings', NI: 'nights' } },
  /** Of a day that is named before it: “tomorrow am”. */
  dayHalf: { field: 'part', words: { MO: 'am,a.m.', AF: 'pm,p.m.' } },
  /** Points of the day. */
  noon: {
    field: 'part',
    words: {
      '12:00': 'noon,noonish',
      MI: 'midday',
      '24:00': 'midnight',
      MO: 'dawn,daybreak,sunrise,midmorning',
      AF: 'midafternoon',
      EV: 'dusk,sunset,nightfall',
    },
  },
  rel: { field: 'by', words: { '-1': 'last', 0: 'this', 1: 'next' } },
  /** From the time that the text speaks of. */
  toReference: {
    field: 'by',
    words: { '-1': 'previous,preceding,prior', 0: 'same', 1: 'following,next,subsequent,succeeding,ensuing' },
  },
  backRel: { field: 'by', words: { '-1': 'previous,preceding' } },
  dayRef: { field: 'dayBy', words: { '-1': 'yesterday', 0: 'today', 1: 'tomorrow,tmrw,tmr' } },
  farDay: { field: 'dayBy', words: { '-2': 'the day before yesterday', 2: 'the day after tomorrow' } },
  early: { field: 'mod', words: { START: 'early', MID: 'mid', END: 'late' } },
  earlier: { field: 'mod', words: { START: 'earlier', END: 'later' } },
  bareRel: { field: 'by', words: { '-1': 'previous,past,preceding', 0: 'current', 1: 'coming,upcoming,following' } },
  soonRel: { field: 'by', words: { 1: 'coming,upcoming,this coming,this upcoming,the coming' } },
  pastRel: { field: 'by', words: { '-1': 'past,this past' } },
  nthWeek: {
    field: 'nthWeek',
    words: { '-1': 'last,final' },
  },
  bound: {
    field: 'mod',
    words: {
      AFTER: 'later than',
      BEFORE: 'earlier than',
      ON_OR_BEFORE: 'no later than,not later than,at the latest by',
      ON_OR_AFTER: 'no earlier than,not earlier than',
    },
  },
  orBound: {
    field: 'mod',
    words: {
      AFTER: 'or later,and later,or after,and after,or greater,and greater,or thereafter,onwards',
      BEFORE: 'or earlier,and earlier,or before,and before',
    },
  },
  laterPart: { field: 'mod', words: { START: 'early,earlier', END: 'late,later,latter' } },
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
  two: {
    field: 'count',
    words: { 2: 'a couple of,a couple,a pair of,couple of,couple', 6: 'half a dozen,half - a - dozen', 12: 'a dozen' },
  },
  one: { field: 'count', words: { 1: 'a,an,one,a single,a full,a whole,another,one single,one full' } },
  article: { field: 'count', words: { 1: 'a,an' } },
  /** Between a number and what it counts. */
  kind: {
    words: {
      1: 'consecutive,straight,successive,full,whole,more,additional,long,short,calendar,trading,business,working,solid,further,other,extra,different,separate,entire,fiscal,uninterrupted,hard,bloody,brutal,turbulent,difficult,crucial,critical,tough,intense,busy,single',
    },
  },
  ago: { field: 'sign', words: { '-1': 'ago,back' } },
  hence: { field: 'sign', words: { 1: 'from now,hence' } },
  earlierThan: {
    field: 'sign',
    words: { '-1': 'earlier,previously,prior,beforehand', 1: 'later,afterward,afterwards,thereafter' },
  },
  beforeThat: { field: 'sign', words: { '-1': 'before', 1: 'after' } },
  anchor: { field: 'anchor', words: { 1: 'after,following', '-1': 'before,prior to,ahead of,until' } },
  anchorDay: { field: 'anchor', words: { 1: 'after,from,following', '-1': 'before,prior to,ahead of' } },
  half: { field: 'half', words: { 1: 'first half', 2: 'second half,latter half,last half' } },
  halfShort: { field: 'half', words: { 1: 'h1,1h', 2: 'h2,2h' } },
  quarterShort: { field: 'quarter', words: { 1: 'q1,1q', 2: 'q2,2q', 3: 'q3,3q', 4: 'q4,4q' } },
  quarterOrdinal: { field: 'quarter', words: { 4: 'final,last' } },
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
  meridiem: {
    field: 'meridiem',
    words: { AM: 'am,a.m.,a.m,a . m .,a . m,a m', PM: 'pm,p.m.,p.m,p . m .,p . m,p m' },
  },
  /** Glued to a number: “9a”. */
  shortMeridiem: { field: 'meridiem', words: { AM: 'a', PM: 'p' } },
  /** Minutes as they are said: “nine thirty”, “ten past 9”. */
  minuteWord: { field: 'minute', words: minutes(10, false) },
  minuteNumber: { field: 'minute', words: minutes(1, true) },
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
      1: 'ET,PT,CT,MT,eastern time,pacific time,central time,mountain time,local time,eastern standard time,eastern daylight time,pacific standard time,pacific daylight time,eastern,pacific,eastern time zone,pacific time zone,central time zone,mountain time zone,eastern timezone,pacific timezone,central timezone,mountain timezone,london time,paris time,berlin time,rome time,moscow time,kyiv time,istanbul time,dubai time,delhi time,beijing time,hong kong time,singapore time,tokyo time,seoul time,sydney time,new york time,washington time,chicago time,toronto time,montreal time,los angeles time',
    },
  },
  calendarYear: { words: { 1: 'cy' } },
  fiscal: { words: { 1: 'fiscal,financial,FY' } },
  numberWord: {
    field: 'freq',
    words: { '1X': 'once', '2X': 'twice', '3X': 'thrice' },
  },
  open: { words: { 1: '(' } },
  close: { words: { 1: ')' } },
  /** 1 where it goes on from one to the other. */
  joint: { words: { 0: 'and,or,&', 1: 'to,through,until,till,-,–,—' } },
  every: { field: 'quant', words: { EVERY: 'every', EACH: 'each' } },
  adverb: {
    field: 'value',
    words: {
      PT1H: 'hourly',
      P1D: 'daily,everyday',
      P1W: 'weekly',
      P2W: 'biweekly,bi-weekly,fortnightly',
      P1M: 'monthly',
      P2M: 'bimonthly,bi-monthly',
      P3M: 'quarterly',
      P6M: 'semiannual,semiannually,semi-annual,semi-annually,half-yearly,twice-yearly',
      P1Y: 'annually,yearly,annual',
      P2Y: 'biennial,biennially',
    },
  },
  nightly: { field: 'part', words: { NI: 'nightly' } },
  present: {
    field: 'reference',
    words: {
      PRESENT_REF:
        'now,right now,just now,currently,presently,nowadays,these days,at present,the present,at this moment,at this time,at this stage,this hour,the time being,the present time,the current time,the moment,this moment,this point in time,present day,modern day',
    },
  },
  currentWord: { field: 'reference', words: { PRESENT_REF: 'current,present-day' } },
  pastRef: {
    field: 'reference',
    words: {
      PAST_REF:
        'recently,more recently,most recently,lately,the recent past,the distant past,long ago,not long ago,the other day,the other night,recent quarters,a while ago,some time ago,sometime ago,a long time ago,a short time ago,moments ago,in recent times,recent years,recent months,recent weeks,recent days,recent decades,recent times,one point,those days,back then',
    },
  },
  recentWord: { field: 'reference', words: { PAST_REF: 'recent' } },
  futureRef: {
    field: 'reference',
    words: {
      FUTURE_REF:
        'the near future,the foreseeable future,the immediate future,the near term,the coming years,the coming months,the coming weeks,the coming days,the years ahead,the months ahead,the weeks ahead,the days ahead,coming years,coming months,coming weeks,coming days,future years,years to come,months to come,the not too distant future,the not-too-distant future',
    },
  },
  theFuture: { field: 'reference', words: { FUTURE_REF: 'the future,future' } },
  thePast: { field: 'reference', words: { PAST_REF: 'the past' } },
  holiday: {
    field: 'holiday',
    words: {
      newYear: "new year's day,new year day,New Year,New Year's,the new year",
      newYearsEve: "new year's eve",
      epiphany: 'epiphany',
      mlk: 'martin luther king day,martin luther king jr. day,mlk day',
      groundhog: 'groundhog day',
      valentine: "valentine's day,valentines day,st. valentine's day",
      presidents: "presidents' day,president's day,presidents day",
      womensDay: "international women's day",
      patriots: "patriots' day,patriot's day",
      patrick: "st. patrick's day,st patrick's day,saint patrick's day,saint patrick,st. patrick",
      goodFriday: 'good friday',
      palmSunday: 'palm sunday',
      easter: 'easter,easter sunday,easter day',
      easterMonday: 'easter monday',
      ashWednesday: 'ash wednesday',
      mardiGras: 'mardi gras,shrove tuesday,Fat Tuesday',
      maundyThursday: 'maundy thursday',
      ascension: 'ascension day,ascension thursday',
      pentecost: 'Pentecost,whit sunday',
      whitMonday: 'whit monday,pentecost monday',
      corpusChristi: 'Corpus Christi Day',
      orthodoxEaster: 'orthodox easter',
      aprilFools: "april fools' day,april fool's day,april fools day",
      earthDay: 'earth day',
      anzac: 'anzac day,anzac day',
      mayDay: "may day,labour day,international workers' day",
      mothersDay: "mother's day,mothers' day",
      fathersDay: "father's day,fathers' day",
      memorialDay: 'memorial day',
      flagDay: 'flag day',
      juneteenth: 'juneteenth,freedom day,Jubilee Day',
      july4: 'independence day,the fourth of july,the 4th of july,fourth of july',
      bastille: 'bastille day',
      laborDay: 'labor day',
      sept11: '9/11,sept. 11 attacks',
      columbus: 'columbus day',
      halloween: 'halloween,Hallowe’en',
      allSaints: "all saints' day,all saints day",
      allSouls: "all souls' day,all souls day",
      electionDay: 'Election Day',
      guyFawkes: 'guy fawkes night,bonfire night,guy fawkes day',
      veterans: "veterans day,veterans' day,armistice day,remembrance day",
      thanksgiving: 'thanksgiving,thanksgiving day',
      blackFriday: 'black friday',
      cyberMonday: 'cyber monday',
      christmasEve: 'christmas eve',
      christmas: 'christmas,christmas day,christmastime',
      boxingDay: 'boxing day',
      dDay: 'D-Day',
      lunarNewYear: 'lunar new year,chinese new year,spring festival',
      midAutumn: 'mid-autumn festival',
      dragonBoat: 'dragon boat festival',
      roshHashanah: 'rosh hashanah,jewish new year',
      yomKippur: 'yom kippur',
      passover: 'Passover',
      hanukkah: 'hanukkah,Chanukah',
      purim: 'Purim',
      ramadan: 'ramadan',
      eidAlFitr: 'eid al-fitr,eid al fitr',
      eidAlAdha: 'eid al-adha,eid al adha',
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
