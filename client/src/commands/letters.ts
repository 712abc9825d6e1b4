/** A row of a picker of which one key picks one. */
export interface KeyRow<Id> {
  readonly id: Id;
  readonly key: string;
  /** The space bar picks it, too. */
  readonly space?: true;
  readonly label: string;
  readonly description?: string;
  /** A second line. */
  readonly detail?: string;
}

/**
 * The characters that a person typed into a quick pick whose box is emptied after each key. Fast typing arrives as one
 * growing value before the emptying takes effect, so only what lies beyond the part already seen is new.
 */
export class TypedLetters {
  private seen = '';

  /** Takes the box's value as it is now; answers the new characters, in lower case. */
  take(value: string): readonly string[] {
    const fresh = value.startsWith(this.seen) ? value.slice(this.seen.length) : value;
    this.seen = value;
    return [...fresh.toLowerCase()];
  }
}

/** The row that a character picks: by its letter, or by its number for keyboards that do not have the letter. */
export function rowFor(character: string, letters: readonly string[]): number | undefined {
  const byLetter = letters.findIndex((letter) => letter.toLowerCase() === character);
  if (byLetter !== -1) return byLetter;
  // The tenth row has the key beside the nine.
  const byDigit = '1234567890'.indexOf(character);
  return byDigit !== -1 && byDigit < letters.length ? byDigit : undefined;
}
