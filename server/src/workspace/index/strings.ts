/** Texts by number: what many records say is kept once. Number 0 stands for no text. */
export class Strings {
  private readonly texts: string[];
  /** Made when somebody asks: a table that was kept is as a rule only read. */
  private known: Map<string, number> | undefined;

  /** @param texts as {@link all} gave them, and taken over: the first one stands for none. */
  constructor(texts: string[] = ['']) {
    this.texts = texts;
  }

  private get numbers(): Map<string, number> {
    if (this.known === undefined) {
      this.known = new Map();
      for (let number = 1; number < this.texts.length; number++) this.known.set(this.texts[number] as string, number);
    }
    return this.known;
  }

  /** The number of a text; 0 of none. */
  numberOf(text: string | undefined): number {
    if (text === undefined) return 0;
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.texts.push(text);
      this.numbers.set(text, number);
    }
    return number;
  }

  /** The number of a text of which it is certain that it is a new one. */
  append(text: string): number {
    this.known?.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  /** The number of a text that is known; undefined where nobody has said it yet. */
  find(text: string): number | undefined {
    return this.numbers.get(text);
  }

  at(number: number): string {
    return this.texts[number] ?? '';
  }

  /** The text of a number; undefined of none. */
  maybe(number: number): string | undefined {
    return number === 0 ? undefined : this.texts[number];
  }

  get length(): number {
    return this.texts.length;
  }

  /** All texts by their numbers. */
  all(): string[] {
    return this.texts;
  }
}
