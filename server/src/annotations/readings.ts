import { readYaml, type YamlFile } from '../yaml/read.ts';
import { rereadYaml } from '../yaml/reread.ts';

/** Readings remembered: a command reads a file as it is and as it will be, and then the workspace does. */
const KEEP = 4;

/**
 * The last texts that were read, with what they say. The same text is not read twice, and of one in which a few entries
 * have changed since only these are. What is read is the same as if nothing were remembered.
 */
export class Readings<T> {
  private readonly last: { readonly text: string; readonly file: YamlFile; readonly said: T }[] = [];
  private readonly understand: (text: string, file: YamlFile) => T;

  constructor(understand: (text: string, file: YamlFile) => T) {
    this.understand = understand;
  }

  read(text: string): T {
    const index = this.last.findIndex((reading) => reading.text === text);
    const [known] = index === -1 ? [] : this.last.splice(index, 1);
    const reading = known ?? this.readAgain(text);
    this.last.unshift(reading);
    if (this.last.length > KEEP) this.last.pop();
    return reading.said;
  }

  private readAgain(text: string): { text: string; file: YamlFile; said: T } {
    let file: YamlFile | undefined;
    for (const before of this.last) {
      file = rereadYaml(before, text);
      if (file !== undefined) break;
    }
    file ??= readYaml(text);
    return { text, file, said: this.understand(text, file) };
  }
}
