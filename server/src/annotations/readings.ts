import { applyEdits, type TextEdit } from '../text/edit.ts';
import { readYaml, type YamlFile } from '../yaml/read.ts';
import { rereadYaml, type YamlReading } from '../yaml/reread.ts';

/** Readings remembered: a command reads a file as it is and as it will be, and then the workspace does. */
const KEEP = 4;
/** Edits that are read one by one; of more than these the whole is read. */
const MOST_EDITS = 4;

/**
 * The last texts that were read, with what they say. The same text is not read twice, and of one in which a few entries
 * have changed since only these are. What is read is the same as if nothing were remembered.
 */
export class Readings<T> {
  private readonly last: Reading<T>[] = [];
  private readonly understand: (text: string, file: YamlFile) => T;

  constructor(understand: (text: string, file: YamlFile) => T) {
    this.understand = understand;
  }

  read(text: string): T {
    return this.remembered(text, () => undefined);
  }

  /** Reads a text as it is after edits, which may be of several lists. */
  readAfter(text: string, edits: readonly TextEdit[]): T {
    return this.remembered(applyEdits(text, edits), () => this.afterEach(text, edits));
  }

  private remembered(text: string, otherwise: () => YamlFile | undefined): T {
    const index = this.last.findIndex((reading) => reading.text === text);
    const [known] = index === -1 ? [] : this.last.splice(index, 1);
    const reading = known ?? this.readAgain(text, otherwise);
    this.last.unshift(reading);
    if (this.last.length > KEEP) this.last.pop();
    return reading.said;
  }

  private readAgain(text: string, otherwise: () => YamlFile | undefined): Reading<T> {
    let file: YamlFile | undefined;
    for (const before of this.last) {
      file = rereadYaml(before, text);
      if (file !== undefined) break;
    }
    file ??= otherwise() ?? readYaml(text);
    return { text, file, said: this.understand(text, file) };
  }

  /** What the YAML of a text is after edits, made one after the other from the last one on. */
  private afterEach(text: string, edits: readonly TextEdit[]): YamlFile | undefined {
    let before: YamlReading | undefined = this.last.find((reading) => reading.text === text);
    if (edits.length > MOST_EDITS) return undefined;
    for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
      if (before === undefined) return undefined;
      const after = applyEdits(before.text, [edit]);
      const file = rereadYaml(before, after);
      before = file && { text: after, file };
    }
    return before?.file;
  }
}

interface Reading<T> extends YamlReading {
  readonly said: T;
}
