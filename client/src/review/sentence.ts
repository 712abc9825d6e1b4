import type { Range } from '../../../server/src/protocol.ts';
import { apart } from '../commands/words.ts';
import { surroundings } from '../views/surroundings.ts';

/** Characters on each side: together what the second line of a row holds. */
const ROOM = { before: 44, after: 44 };

/** Words, marked, with those of their sentence round them. Lines of a paragraph are read as one. */
export function inSentence({ start, end }: Range, lineAt: (line: number) => string): string {
  const before = blankOr(lineAt(start.line - 1), (text) => `${text} `);
  const lines = Array.from({ length: end.line - start.line + 1 }, (_, index) => lineAt(start.line + index));
  const from = before.length + start.character;
  const upTo = before.length + lines.slice(0, -1).join(' ').length + (lines.length > 1 ? 1 : 0) + end.character;
  const paragraph = before + lines.join(' ') + blankOr(lineAt(end.line + 1), (text) => ` ${text}`);
  const { text, strong } = surroundings(paragraph, from, upTo, ROOM);
  return `${text.slice(0, strong[0])}‹${apart(text.slice(...strong))}›${text.slice(strong[1])}`;
}

function blankOr(text: string, joined: (text: string) => string): string {
  return text.trim() === '' ? '' : joined(text);
}
