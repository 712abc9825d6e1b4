/** An author as catalogues have names: a person by parts, or a body, or whoever else, as one. */
export type AuthorName =
  | {
      readonly family: string;
      readonly given?: string | undefined;
      /** "van", "de la". */
      readonly particle?: string | undefined;
      /** "Jr.", "III". */
      readonly suffix?: string | undefined;
    }
  | { readonly literal: string };

/** Words of which a person is hardly ever named. */
const BODY =
  /(?<![\p{L}\p{N}])(?:staff|agency|agence|press|news|newspapers?|reuters|ministry|office|bureau|department|committee|council|commission|university|institute|institutet|company|corp|corporation|inc|ltd|llc|gmbh|group|association|society|union|foundation|team|desk|editors|editorial|reporters|correspondents|contributors|writers|board|government|police|court|bank|party|organi[sz]ation|network|services?|international|tv|radio|media|studios?|library|archives?|samples|of|and|for)(?![\p{L}\p{N}])/iu;
const PARTICLE =
  /^(?:von|vom|van|vander|de|del|della|der|den|di|da|dos|das|do|du|des|la|le|el|al|bin|ibn|ten|ter|zu|zum|zur)$/;
const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;
/** Scripts in which the family name stands in front, and no blank behind it. */
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Reads "Jane Doe" and "Doe, Jane"; what does not look like the name of a person is left whole. */
export function readName(author: string): AuthorName {
  const name = author.replace(/^by\s+(?=\S)/i, '');
  if (BODY.test(name) || WITHOUT_BLANKS.test(name) || /[\d&/()@|]/.test(name)) return { literal: name };
  const halves = name.split(/\s*,\s*/).filter((half) => half !== '');
  const [first = '', second, third] = halves;
  if (halves.length > 3) return { literal: name };
  if (third !== undefined)
    return SUFFIX.test(third) ? { ...familyOf(first), given: second, suffix: third } : { literal: name };
  if (second !== undefined && !SUFFIX.test(second)) return { ...familyOf(first), given: second };
  const words = first.split(/\s+/);
  let suffix = second;
  if (suffix === undefined && words.length > 2 && SUFFIX.test(words.at(-1) ?? '')) suffix = words.pop();
  if (words.length < 2 || words.length > 6) return { literal: name };
  let start = words.length - 1;
  while (start > 0 && PARTICLE.test(words[start - 1] ?? '')) start--;
  const given = words.slice(0, start).join(' ');
  const rest = familyOf(words.slice(start).join(' '));
  return { ...rest, ...(given === '' ? {} : { given }), ...(suffix === undefined ? {} : { suffix }) };
}

/** A family name, with the particles in front of it apart. */
function familyOf(text: string): { readonly family: string; readonly particle?: string } {
  const words = text.split(/\s+/);
  let start = 0;
  while (start < words.length - 1 && PARTICLE.test(words[start] ?? '')) start++;
  const family = words.slice(start).join(' ');
  return start === 0 ? { family } : { family, particle: words.slice(0, start).join(' ') };
}
