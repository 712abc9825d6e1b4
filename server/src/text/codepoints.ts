/**
 * Code units and code points. Positions that leave the program (sidecars, exchange formats) count Unicode code points as
 * W3C Web Annotation does: a line end (LF, CRLF or a lone CR) counts one, a byte order mark at the beginning none, a lone
 * surrogate one.
 */

const LF = 10;
const CR = 13;
const BOM = 0xfeff;
/** Units between two checkpoints: at most this many are stepped over in a look-up. */
const STEP = 512;

/** The number of points before `unit`. A unit inside a character (or between CR and LF) counts as that character's start. */
export function unitsToPoints(text: string, unit: number): number {
  return pointsBefore(text, 0, clamp(unit, text.length), 0);
}

/** The unit at which point number `point` begins; the length of the text for a point behind the last one. */
export function pointsToUnits(text: string, point: number): number {
  return unitOfPoint(text, 0, 0, Math.max(0, point));
}

/** Both directions for many look-ups in one text: built once, O(log n) and at most 512 steps each. */
export class PointIndex {
  /** Points that begin before unit `i * STEP`; undefined where a unit is a point throughout. */
  private readonly checkpoints: Uint32Array | undefined;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    // One unit, one point: nothing to look up.
    if (!/[\r\ud800-\udfff\ufeff]/.test(text)) return;
    const checkpoints = new Uint32Array(Math.floor(text.length / STEP) + 1);
    let count = 0;
    for (let unit = 0; unit < text.length; unit++) {
      if (unit % STEP === 0) checkpoints[unit / STEP] = count;
      if (begins(text, unit)) count++;
    }
    if (text.length % STEP === 0) checkpoints[text.length / STEP] = count;
    this.checkpoints = checkpoints;
  }

  /** As {@link unitsToPoints}. */
  toPoints(unit: number): number {
    const to = clamp(unit, this.text.length);
    if (this.checkpoints === undefined) return to;
    const checkpoint = Math.floor(to / STEP);
    return pointsBefore(this.text, checkpoint * STEP, to, this.checkpoints[checkpoint] ?? 0);
  }

  /** As {@link pointsToUnits}. */
  toUnits(point: number): number {
    const wanted = Math.max(0, point);
    const { checkpoints } = this;
    if (checkpoints === undefined) return Math.min(wanted, this.text.length);
    let low = 0;
    let high = checkpoints.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((checkpoints[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return unitOfPoint(this.text, low * STEP, checkpoints[low] ?? 0, wanted);
  }
}

/** Whether a point begins at this unit. */
function begins(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  if (code === LF) return unit === 0 || text.charCodeAt(unit - 1) !== CR;
  if (code >= 0xdc00 && code <= 0xdfff) return unit === 0 || (text.charCodeAt(unit - 1) & 0xfc00) !== 0xd800;
  return code !== BOM || unit !== 0;
}

function pointsBefore(text: string, from: number, to: number, before: number): number {
  let count = before;
  for (let unit = from; unit < to; unit++) if (begins(text, unit)) count++;
  // Inside a character: its start was counted, it does not lie before itself.
  if (to > 0 && to < text.length && !begins(text, to)) count--;
  return count;
}

function unitOfPoint(text: string, from: number, before: number, wanted: number): number {
  let count = before;
  for (let unit = from; unit < text.length; unit++) {
    if (!begins(text, unit)) continue;
    if (count >= wanted) return unit;
    count++;
  }
  return text.length;
}

function clamp(unit: number, length: number): number {
  return Math.min(Math.max(0, unit), length);
}
