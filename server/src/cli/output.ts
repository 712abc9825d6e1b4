/** Colours for people: on a terminal that shows them and where nobody asked for none. */
export function colors(
  stream: NodeJS.WriteStream,
  wanted: boolean,
): (style: keyof typeof STYLES, text: string) => string {
  const on = wanted && stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return (style, text) => (on ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);
}

const STYLES = {
  error: '31',
  warning: '33',
  info: '36',
  hint: '2',
  bold: '1',
  dim: '2',
  name: '35',
  time: '32',
} as const;

/** Writes and waits until the stream takes more, so that a long run into a slow pipe does not fill the memory. */
export async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>((resolve) => stream.once('drain', resolve));
}

/** Text from a file as a terminal may show it: control characters, which could move the cursor or recolour, are named. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** "1 warning", "2 warnings". */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
