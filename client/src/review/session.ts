import type { AnnotationChange, ChangeTarget, Range, Suggestion } from '../../../server/src/protocol.ts';
import { comparePositions } from '../positions.ts';

/** In which order suggestions are walked. */
export type Order = 'text' | 'surest' | 'doubtful';
const ORDERS: readonly Order[] = ['text', 'surest', 'doubtful'];

/** What somebody said of one suggestion or of several at once. */
export interface Decision {
  readonly suggestions: readonly Suggestion[];
  readonly targets: readonly ChangeTarget[];
  readonly change: AnnotationChange;
}

/**
 * A walk through the suggestions of a seed: where it is, what was decided, what was passed over. Knows nothing of editors and
 * files; every step is done at once, and what it decides is written meanwhile.
 */
export class ReviewSession {
  private readonly all: Suggestion[];
  private readonly decided = new Set<Suggestion>();
  private readonly skipped = new Set<Suggestion>();
  /** Where the walk was, for going back. */
  private readonly trail: Suggestion[] = [];
  private readonly decisions: Decision[] = [];
  private here: Suggestion | undefined;
  /** Other words than those that were suggested, for the present one. */
  private other: { readonly range: Range; readonly text: string } | undefined;
  private walk: Order = 'text';

  /** @param from where the walk begins, if there is anything from there on. */
  constructor(suggestions: readonly Suggestion[], from?: Range['start']) {
    this.all = [...suggestions];
    this.here = (from && this.all.find(({ range }) => comparePositions(range.start, from) >= 0)) ?? this.all[0];
  }

  get current(): Suggestion | undefined {
    return this.here;
  }

  /** The words that are decided on: those suggested, or those that they were widened or narrowed to. */
  get range(): Range | undefined {
    return this.other?.range ?? this.here?.range;
  }

  /** These words, on one line. */
  get text(): string {
    return this.other?.text ?? this.here?.text ?? '';
  }

  get order(): Order {
    return this.walk;
  }

  get progress(): { readonly decided: number; readonly total: number; readonly skipped: number } {
    return { decided: this.decided.size, total: this.all.length, skipped: this.skipped.size };
  }

  get canUndo(): boolean {
    return this.decisions.length > 0;
  }

  get canGoBack(): boolean {
    return this.trail.some((one) => !this.decided.has(one));
  }

  /** The undecided suggestions of what the present one names, itself first. */
  alike(): readonly Suggestion[] {
    const { here } = this;
    if (here === undefined) return [];
    return [here, ...this.open().filter((one) => one !== here && one.group === here.group)];
  }

  /** That it is what it is said to be, or `type`; all of the same entity or itself alone. */
  accept({
    all = false,
    type,
    entity,
    note,
  }: {
    all?: boolean;
    type?: string;
    entity?: string;
    note?: string;
  } = {}): Decision | undefined {
    const suggestions = all ? this.alike() : this.here === undefined ? [] : [this.here];
    const change: AnnotationChange = {
      status: 'confirmed',
      ...(entity === undefined ? {} : { entity }),
      ...(note === undefined || note === '' ? {} : { note }),
    };
    return this.decide(suggestions, { ...change, ...(type === undefined ? {} : { type }) });
  }

  /** That it is none here; `everywhere`: nor wherever the same words stand in the document. */
  reject({ everywhere = false }: { everywhere?: boolean } = {}): Decision | undefined {
    const { here } = this;
    if (here === undefined) return undefined;
    if (!everywhere) return this.decide([here], { status: 'rejected' });
    // It is said of the words that were suggested, here and elsewhere.
    this.other = undefined;
    const isSame = ({ text, type, id }: Suggestion) => id === undefined && text === here.text && type === here.type;
    const others = this.open().filter((one) => one !== here && isSame(one));
    // One entry stands for all of them.
    return this.decide([here, ...others], { status: 'rejected', everywhere: true }, [here]);
  }

  resize(range: Range, text: string): void {
    this.other = { range, text };
  }

  skip(): void {
    const { here } = this;
    if (here === undefined) return;
    this.skipped.add(here);
    this.leave(here);
    this.here = this.next(here);
  }

  /** To the one before that nobody has decided on. */
  back(): void {
    for (let last = this.trail.pop(); last !== undefined; last = this.trail.pop()) {
      if (this.decided.has(last)) continue;
      this.goTo(last);
      return;
    }
  }

  /** Begins again with what was passed over. */
  again(): void {
    this.skipped.clear();
    this.goTo(this.open()[0]);
  }

  nextOrder(): void {
    this.walk = ORDERS[(ORDERS.indexOf(this.walk) + 1) % ORDERS.length] ?? 'text';
    this.skipped.clear();
    this.goTo(this.open()[0]);
  }

  /** Takes back a decision, the last one unless told which, and goes there. */
  undo(decision = this.decisions.at(-1)): Decision | undefined {
    const index = decision === undefined ? -1 : this.decisions.indexOf(decision);
    if (decision === undefined || index === -1) return undefined;
    this.decisions.splice(index, 1);
    for (const suggestion of decision.suggestions) this.decided.delete(suggestion);
    this.goTo(decision.suggestions[0]);
    return decision;
  }

  private decide(
    suggestions: readonly Suggestion[],
    change: AnnotationChange,
    written: readonly Suggestion[] = suggestions,
  ): Decision | undefined {
    const { here } = this;
    if (here === undefined || suggestions.length === 0) return undefined;
    const targets = written.map((one) => targetOf(one, one === here ? this.other?.range : undefined));
    const decision = { suggestions, targets, change };
    this.decisions.push(decision);
    for (const suggestion of suggestions) {
      this.decided.add(suggestion);
      this.skipped.delete(suggestion);
    }
    this.leave(here);
    this.here = this.next(here);
    return decision;
  }

  private leave(suggestion: Suggestion): void {
    this.trail.push(suggestion);
    this.other = undefined;
  }

  private goTo(suggestion: Suggestion | undefined): void {
    this.here = suggestion;
    this.other = undefined;
    if (suggestion !== undefined) this.skipped.delete(suggestion);
  }

  /** Undecided ones in the order of the walk. */
  private open(): readonly Suggestion[] {
    return this.ordered().filter((one) => !this.decided.has(one));
  }

  private ordered(): readonly Suggestion[] {
    if (this.walk === 'text') return this.all;
    const sign = this.walk === 'surest' ? -1 : 1;
    return [...this.all].sort((a, b) => sign * (a.score - b.score));
  }

  /** The next one behind it that nobody has decided on; from the end on those in front of it. */
  private next(suggestion: Suggestion): Suggestion | undefined {
    const ordered = this.ordered();
    const at = ordered.indexOf(suggestion);
    const rest = [...ordered.slice(at + 1), ...ordered.slice(0, at)];
    return rest.find((one) => !this.decided.has(one) && !this.skipped.has(one));
  }
}

/** What a decision on a suggestion is written to. */
export function targetOf(
  { id, range, type, attributes, entity }: Suggestion,
  other: Range | undefined = undefined,
): ChangeTarget {
  if (id !== undefined) return { id };
  return {
    ranges: [other ?? range],
    type,
    // What was worked out of the words is not true of others.
    ...(attributes === undefined || other !== undefined ? {} : { attributes }),
    ...(entity === undefined || other !== undefined ? {} : { entity }),
  };
}
