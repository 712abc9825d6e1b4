import { findStatements } from '../../names/statements/find.ts';
import type { Mention } from '../../names/types.ts';
import { isWithin, type Span, shift } from '../../text/span.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Section } from '../section.ts';
import { isRead } from './read-blocks.ts';

/** What is said of a name, as it is shown; spans relative to a section's text. */
export interface ShownStatement {
  /** `former-name` is an alias that is no longer one; all others are those of `names/statements`. */
  readonly kind: string;
  readonly subject: Span;
  readonly value: Span;
  /** Of a role whom it is held for, where the value does not say it. */
  readonly employer?: Span;
}

/**
 * What the title or text of a section says of what it names; spans relative to the section's text.
 *
 * @param mentions of the section, in order.
 */
export function statementsIn({ segment }: Section, mentions: readonly Mention[]): ShownStatement[] {
  const found: ShownStatement[] = [];
  let next = 0;
  for (const block of segment.blocks) {
    const end = block.start + block.text.length;
    const own: Mention[] = [];
    for (; next < mentions.length && (mentions[next] as Mention).start < end; next++) {
      const mention = mentions[next] as Mention;
      if (mention.start >= block.start) own.push({ ...mention, ...shift(mention, -block.start) });
    }
    if (!isRead(block) || (own.length === 0 && !block.text.includes('('))) continue;
    const moved = <T extends Span>(span: T) => shift(span, block.start);
    for (const { kind, subject, value, employer, former } of findStatements({
      text: block.text,
      tokens: tokenize(block.text),
      mentions: own,
    }))
      found.push({
        kind: former ? 'former-name' : kind,
        subject: moved(subject),
        value: moved(value),
        ...(employer === undefined || isWithin(employer, value) ? {} : { employer: moved(employer) }),
      });
  }
  return found;
}
