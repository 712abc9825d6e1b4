import type { Span } from '../../text/span.ts';

/** What a text says of something that it names, in so many words. All spans lie in the block's text, in code units. */
export interface Statement {
  /**
   * - `description`: "Kanzhun, **the owner of Boss Zhipin**,"
   * - `role`: "Microsoft **Vice President** Tom Burt", "Tom Burt, **vice president** of Microsoft,"
   * - `class`: "**ride-hailing platform** Didi"
   * - `abbreviation`: "World Health Organization (**WHO**)"
   * - `alias`: "X, also known as **Y**,"
   * - `former-name`: "X, formerly **Y**,"
   */
  readonly kind: StatementKind;
  /** What it is about: the span of a mention; of an abbreviation its long form, which may be none. */
  readonly subject: Span;
  /** The words that say it. */
  readonly value: Span;
  /** Of a role: the mention of the organization, place or people that it is held in. */
  readonly employer?: Span | undefined;
}

export type StatementKind = 'description' | 'role' | 'class' | 'abbreviation' | 'alias' | 'former-name';
