/** A text from a file as a message shows it: cut behind `most` code units, and never inside of a character. */
export function shorten(text: string, most = 60): string {
  if (text.length <= most) return text;
  const code = text.charCodeAt(most - 2);
  return `${text.slice(0, code >= 0xd800 && code < 0xdc00 ? most - 2 : most - 1)}…`;
}

/** The same on one line, without blanks at its edges. */
export function onOneLine(text: string, most?: number): string {
  return shorten(flatLine(text).trim(), most);
}

/** A text in which all blanks and line ends that follow each other are one blank. */
export function flatLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
