/** Characters looked at in front of a name and behind it: few in front, so that the name is seen in a narrow view. */
const NARROW: Room = { before: 16, after: 70 };

/** How many characters are looked at on each side. */
export interface Room {
  readonly before: number;
  readonly after: number;
}

/** A name with the words of its sentence next to it, on one line. */
export interface Surroundings {
  readonly text: string;
  /** The name in it. */
  readonly strong: readonly [start: number, end: number];
}

/** @param line The line that holds the name, which stands from `start` to `end` in it. */
export function surroundings(line: string, start: number, end: number, room: Room = NARROW): Surroundings {
  const before = tidy(inFront(line.slice(Math.max(0, start - room.before), start), start <= room.before)).trimStart();
  const name = tidy(line.slice(start, end));
  const after = tidy(behind(line.slice(end, end + room.after), line.length <= end + room.after)).trimEnd();
  return { text: before + name + after, strong: [before.length, before.length + name.length] };
}

/** The last words of a text, from where their sentence begins if that is in it. */
function inFront(text: string, whole: boolean): string {
  // A shorter word before the full stop is likely a title or an initial.
  const stop = [...text.matchAll(/(?:[!?…]|\p{L}{4}\.)["”’»)]*\s+/gu)].at(-1);
  if (stop) return text.slice(stop.index + stop[0].length);
  return whole ? text : `…${text.replace(/^\S*\s+/u, '')}`;
}

/** The first words of a text, to the end of their sentence if that is in it. */
function behind(text: string, whole: boolean): string {
  const stop = /[.!?…]["”’»)]*(?=\s|$)/u.exec(text);
  if (stop && (whole || stop.index + stop[0].length < text.length)) return text.slice(0, stop.index + stop[0].length);
  return whole ? text : `${text.replace(/\s+\S*$/u, '')}…`;
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
