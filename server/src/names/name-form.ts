import { tokenize } from '../text/tokens.ts';
import { plain, unitsOf } from './units.ts';

/** How a name is written, and so how it may be written in a text. */
export interface NameForm {
  /** The units, typographic variants made equal. */
  readonly parts: readonly string[];
  /** Whether a blank stands in front of each. */
  readonly gaps: readonly boolean[];
  /** A short acronym: only exactly as written. */
  readonly exact: boolean;
  /** Written in lower case: any case will do. */
  readonly anyCase: boolean;
  /** Ends in a full stop, which its last unit does not show. */
  readonly stop: boolean;
}

export function nameForm(text: string): NameForm {
  const units = unitsOf(text, tokenize(text));
  const parts: string[] = [];
  const gaps: boolean[] = [];
  for (let i = 0; i < units.count; i++) {
    parts.push(plain(text.slice(units.start[i], units.end[i])));
    gaps.push(i > 0 && units.gap[i] !== 0);
  }
  const written = text.trim();
  return {
    parts,
    gaps,
    exact: isShortAcronym(written),
    anyCase: written === written.toLowerCase(),
    stop: written.endsWith('.') && !(parts.at(-1) ?? '').endsWith('.'),
  };
}

/** 2: as written; 1: in capitals that the name allows; 0: another word. */
export function fitOf(form: NameForm, parts: readonly string[], gaps: readonly boolean[]): number {
  if (parts.length !== form.parts.length) return 0;
  let fit = 2;
  for (let i = 0; i < parts.length; i++) {
    const name = form.parts[i] as string;
    const part = parts[i] as string;
    if (gaps[i] !== form.gaps[i]) return 0;
    if (name === part) continue;
    if (form.exact || name.toLowerCase() !== part.toLowerCase()) return 0;
    fit = 1;
    if (form.anyCase || part === name.toUpperCase()) continue;
    // "Bank Of China" in a headline; "the Global Times" for an alias that begins with "The".
    const first = name.charAt(0);
    const capital = first.toUpperCase();
    if (first !== capital && part === capital + name.slice(1)) continue;
    if (i === 0 && name === 'The' && part === 'the') continue;
    return 0;
  }
  return fit;
}

/** Up to four letters, all capitals, with full stops or without: WHO, U.S. */
function isShortAcronym(text: string): boolean {
  let letters = 0;
  for (const character of text) {
    if (character === '.') continue;
    if (character === character.toLowerCase() || character !== character.toUpperCase()) return false;
    letters++;
  }
  return letters > 0 && letters <= 4;
}
