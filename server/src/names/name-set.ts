import { tokenize } from '../text/tokens.ts';
import { SHAPES, shapesOf } from './first-units.ts';
import { type NameForm, nameForm } from './name-form.ts';
import type { NameOwner } from './types.ts';
import { hashUnit, plain, type Units, unitsOf } from './units.ts';

/** Longer names than this many units are none. */
const MOST_UNITS = 40;

/**
 * The names of one source (a facts file, the built-in lists), read once: tables of several sources are made of them without
 * reading a name again. Immutable to its readers.
 *
 * A name is a path of units. Each step of it is one number that stands for all units up to there; different paths that
 * happen to have the same number are told apart where a name ends, by comparing what is written.
 */
export class NameSet {
  /** The names that have units, as they are written. */
  readonly texts: readonly string[];
  /** The steps of all paths, one behind the other; those of name `i` begin at `from[i]`, and `from` has one more at its end. */
  readonly steps: Int32Array;
  readonly from: Int32Array;
  /** Which shapes the first units have, one bit each: see {@link SHAPES}. */
  readonly shapes = new Uint8Array(SHAPES / 8);
  private readonly owners: readonly NameOwner[];
  private readonly ownerOf: Int32Array;
  private readonly forms = new Map<number, NameForm>();

  constructor(names: Iterable<readonly [text: string, owner: NameOwner]>) {
    const texts: string[] = [];
    const owners: NameOwner[] = [];
    const ownerOf: number[] = [];
    const steps: number[] = [];
    const from = [0];
    for (const [text, owner] of names) {
      const units = unitsOf(text, tokenize(text));
      if (units.count === 0 || units.count > MOST_UNITS) continue;
      let step = 0;
      for (let i = 0; i < units.count; i++) {
        step = nextStep(step, text, units, i, i > 0 && units.gap[i] !== 0);
        steps.push(step);
      }
      for (const shape of shapesOf(plain(text.slice(units.start[0], units.end[0]))))
        this.shapes[shape >> 3] = (this.shapes[shape >> 3] as number) | (1 << (shape & 7));
      // The names of one owner come one behind the other.
      if (owners.at(-1) !== owner) owners.push(owner);
      texts.push(text);
      ownerOf.push(owners.length - 1);
      from.push(steps.length);
    }
    this.texts = texts;
    this.owners = owners;
    this.ownerOf = Int32Array.from(ownerOf);
    this.steps = Int32Array.from(steps);
    this.from = Int32Array.from(from);
  }

  owner(name: number): NameOwner {
    return this.owners[this.ownerOf[name] as number] as NameOwner;
  }

  /** How a name may be written; worked out when it is first met in a text, which few names are. */
  form(name: number): NameForm {
    let form = this.forms.get(name);
    if (form === undefined) {
      form = nameForm(this.texts[name] as string);
      this.forms.set(name, form);
    }
    return form;
  }
}

/** The step from `before` (0 at the beginning of a name) over unit `index`, never 0; `gap`: a blank stands in front of it. */
export function nextStep(before: number, text: string, units: Units, index: number, gap: boolean): number {
  const hash = hashUnit(text, units.start[index] as number, units.end[index] as number);
  const mixed = Math.imul(before ^ (before >>> 15) ^ hash, 0x85ebca6b) + (gap ? 0x27d4eb2f : 0x165667b1);
  return (mixed ^ (mixed >>> 13)) | 0 || 1;
}
