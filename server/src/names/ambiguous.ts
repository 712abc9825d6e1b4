import { classAt, isLetter, UPPER } from '../text/characters.ts';
import { Keywords } from '../text/keywords.ts';
import type { Units } from './units.ts';
import type { Hit } from './walk.ts';

/**
 * Whether a word that has two meanings stands where it is hardly the name of the list: "Jordan" beside another
 * capitalised word (Michael Jordan, Jordan Peterson, the Washington Post), "Polish" before an article, "US" among
 * capitals only.
 */
export function isDoubtful(hit: Hit, text: string, units: Units): boolean {
  if (isShouted(hit, text, units)) return true;
  if (!hit.owner.ambiguous) return false;
  const before = hit.first - 1;
  const after = hit.next;
  if (hit.owner.type === 'group') return hasWord(DETERMINERS, text, units, after);
  if (
    before >= 0 &&
    units.gap[hit.first] === 1 &&
    isName(text, units, before) &&
    !hasWord(OPENERS, text, units, before)
  )
    return true;
  return (
    after < units.count &&
    units.gap[after] === 1 &&
    isName(text, units, after) &&
    !hasWord(CALENDAR, text, units, after)
  );
}

/** Words that stand before a name with a capital of their own at the beginning of a sentence or in a headline. */
const OPENERS = words(
  'in from the and but for at to of with while as when if since after before by on both near across into outside inside over under through around against between among via like unlike although though because is was where why how southern northern eastern western central neighboring neighbouring inside throughout monday tuesday wednesday thursday friday saturday sunday',
);
/** Words with a capital that go on no name. */
const CALENDAR = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december and in on of is was to',
);
const DETERMINERS = words('the a an your my his her their our it up off them this that');

function words(list: string): Keywords {
  return new Keywords(list.split(' ').map((word) => [word, 1] as const));
}

function hasWord(set: Keywords, text: string, units: Units, index: number): boolean {
  return index < units.count && set.get(text, units.start[index] as number, units.end[index] as number) !== 0;
}

function isName(text: string, units: Units, index: number): boolean {
  return classAt(text, units.start[index] as number) === UPPER;
}

/** "GIVE US A BREAK": an acronym of the lists that is an English word too, with capitals on both sides. */
function isShouted(hit: Hit, text: string, units: Units): boolean {
  if (hit.next - hit.first !== 1 || !SHORT.has(hit.name)) return false;
  const before = hit.first > 0 && isShout(text, units, hit.first - 1);
  const after = hit.next < units.count && isShout(text, units, hit.next);
  if (before) return after || hit.next === units.count;
  // "WHO KNOWS?", but not "US IPO": the next word is too long for an acronym, and nothing in small letters comes before.
  const next = hit.next;
  return (
    after && (units.end[next] as number) - (units.start[next] as number) >= 5 && !isWord(text, units, hit.first - 1)
  );
}

function isWord(text: string, units: Units, index: number): boolean {
  return index >= 0 && isLetter(classAt(text, units.start[index] as number));
}

const SHORT = new Set(['US', 'WHO', 'AU', 'UN']);

function isShout(text: string, units: Units, index: number): boolean {
  let letters = false;
  for (let at = units.start[index] as number; at < (units.end[index] as number); at++) {
    const kind = classAt(text, at);
    if (isLetter(kind) && kind !== UPPER) return false;
    if (kind === UPPER) letters = true;
  }
  return letters;
}
