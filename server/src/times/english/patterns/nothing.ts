import type { Rule } from '../../language.ts';
import { isPaper } from '../guards/around.ts';

/** Words that look like times and are none. */
export const NO_TIMES: readonly Rule[] = [
  {
    kind: 'nothing',
    patterns: `
      {weekday} {paper}
      year [-] (on|over) [-] year
      quarter [-] (on|over) [-] quarter
      month [-] (on|over) [-] month
      second [-] (hand|class|degree|tier|rate)
      (how|what) about
      (one|every) day soon
      day (care|trader|traders|trading|trip|job|labourer|laborers)
      (May|March) (not|have|be)
      now that
      from time to time
      time and again
      big day
      light year
      light years
      first half of the (match|game)
      second half of the (match|game)`,
    when: isPaper,
  },
];
