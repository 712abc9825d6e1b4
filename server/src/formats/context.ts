/** So much of the text is given on each side, */
const LENGTH = 60;
/** or a little less, so that it ends at a word's edge. */
const TO_EDGE = 15;

/** What stands in front of a passage and behind it, whole words. */
export function contextAround(
  text: string,
  start: number,
  end: number,
): { readonly left: string; readonly right: string } {
  return { left: text.slice(leftEdge(text, start), start), right: text.slice(end, rightEdge(text, end)) };
}

function leftEdge(text: string, start: number): number {
  const far = start - LENGTH;
  if (far <= 0) return 0;
  const word = text.slice(far - 1, far + TO_EDGE).search(/\s\S/);
  return word === -1 ? wholeCharacter(text, far) : far + word;
}

function rightEdge(text: string, end: number): number {
  const far = end + LENGTH;
  if (far >= text.length) return text.length;
  const edge = /\S\s(?!.*\S\s)/s.exec(text.slice(far - TO_EDGE, far + 1));
  return edge === null ? wholeCharacter(text, far) : far - TO_EDGE + edge.index + 1;
}

/** Not between the two units of a character, nor between CR and LF. */
function wholeCharacter(text: string, at: number): number {
  const isInside = /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));
  return isInside ? at - 1 : at;
}
