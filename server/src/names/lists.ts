import { GROUPS, ORGANIZATIONS, PLACES, PLACES_WITH_NAMESAKES, VERBS_TOO } from './list-data.ts';
import type { NameOwner } from './types.ts';

/** The names that every seed is read with: countries, capitals, regions, peoples, international organisations. */
export function defaultNames(): (readonly [text: string, owner: NameOwner])[] {
  return [
    ...entries(PLACES, 'place', 0.9),
    ...entries(PLACES_WITH_NAMESAKES, 'place', 0.6, true),
    ...entries(GROUPS, 'group', 0.9),
    ...entries(VERBS_TOO, 'group', 0.8, true),
    ...entries(ORGANIZATIONS, 'organization', 0.9),
  ];
}

function entries(list: string, type: string, score: number, ambiguous?: boolean): (readonly [string, NameOwner])[] {
  const owner: NameOwner = { type, evidence: 'list', score, ambiguous };
  return list
    .split(/[|\n]/)
    .filter((text) => text !== '')
    .map((text) => [text, owner]);
}
