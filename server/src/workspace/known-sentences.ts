import { type Changes, concern } from '../names/model/exchange.ts';
import type { SentenceReading } from '../names/model/recognizer.ts';
import type { ModelMentions } from './section.ts';

/** So many changes of the evidence are looked back on; what was found before them is found again. */
const MOST_CHANGES = 32;
/** A change of so many words, as when a text is opened, ends what is known of all sentences. */
const MOST_WORDS = 1000;

/**
 * What the second pass found in sentences of one document. Whoever types in a sentence has those beside it, which the edited
 * block shares, not read again, unless the evidence for their names changed since.
 */
export class KnownSentences {
  private readonly sentences = new WeakMap<SentenceReading, { at: number; readonly mentions: ModelMentions }>();
  /** Whether a change concerns a sentence, oldest first. */
  private changes: ReturnType<typeof concern>[] = [];
  /** How many changes there were before those. */
  private forgotten = 0;

  evidenceChanged(changes: Changes): void {
    if (changes.words.size > MOST_WORDS) {
      this.forgotten += this.changes.length + 1;
      this.changes = [];
      return;
    }
    this.changes.push(concern(changes));
    if (this.changes.length <= MOST_CHANGES) return;
    this.changes.shift();
    this.forgotten++;
  }

  get(sentence: SentenceReading): ModelMentions | undefined {
    const known = this.sentences.get(sentence);
    if (known === undefined || known.at < this.forgotten) return undefined;
    for (let i = known.at - this.forgotten; i < this.changes.length; i++)
      if (this.changes[i]?.(sentence.said)) return undefined;
    known.at = this.now;
    return known.mentions;
  }

  set(sentence: SentenceReading, mentions: ModelMentions): void {
    this.sentences.set(sentence, { at: this.now, mentions });
  }

  private get now(): number {
    return this.forgotten + this.changes.length;
  }
}
