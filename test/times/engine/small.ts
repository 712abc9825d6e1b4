import type { Language } from '../../../server/src/times/language.ts';

/** A language with nothing in it but what a test brings. */
export function languageWith(brought: Partial<Language>): Language {
  return {
    id: 'xx',
    classes: {},
    numbers: {},
    multipliers: {},
    ordinals: {},
    ordinalEndings: [],
    numberJoints: [],
    halves: [],
    decadeEndings: [],
    parts: {},
    rules: [],
    future: [],
    past: [],
    pastEndings: [],
    holidays: {},
    ...brought,
  };
}
