import { findStatements } from '../../names/statements/find.ts';
import type { Statement } from '../../names/statements/types.ts';
import type { Mention } from '../../names/types.ts';
import { type Span, shift } from '../../text/span.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Section } from '../section.ts';
import { isRead } from './read-blocks.ts';

/**
 * What the title or text of a section says of what it names; spans relative to the section's text.
 *
 * @param mentions of the section, in order.
 */
export function statementsIn({ segment }: Section, mentions: readonly Mention[]): Statement[] {
  const found: Statement[] = [];
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
    for (const { kind, subject, value, employer } of findStatements({
      text: block.text,
      tokens: tokenize(block.text),
      mentions: own,
    }))
      found.push({
        kind,
        subject: moved(subject),
        value: moved(value),
        ...(employer === undefined ? {} : { employer: moved(employer) }),
      });
  }
  return found;
}
