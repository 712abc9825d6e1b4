/** Decimal numbers as strings: what a text says, without the noise of binary fractions. */

const FORMS = [
  /^\d+(?:\.\d+)?$/,
  // 1,234,567.89 and, in India, 12,34,567
  /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/,
];
/** 1.234.567,89 */
const EUROPEAN = /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}\.\d{3},\d{1,2}$/;
/** 1,5 */
const COMMA = /^\d+,\d{1,2}$/;
/** Numbers longer than this are none that anybody counted. */
const LONGEST = 40;

/** The number that a token writes, with a decimal point and without separators; undefined for anything else. */
export function readDecimal(written: string): string | undefined {
  if (written.length > LONGEST) return undefined;
  if (FORMS.some((form) => form.test(written))) return trim(written.replaceAll(',', ''));
  if (EUROPEAN.test(written)) return trim(written.replaceAll('.', '').replace(',', '.'));
  if (COMMA.test(written)) return trim(written.replace(',', '.'));
  return undefined;
}

/** The number times ten to the power, which may be negative. */
export function timesTen(decimal: string, power: number): string {
  const point = decimal.indexOf('.');
  const whole = point < 0 ? decimal : decimal.slice(0, point);
  const fraction = point < 0 ? '' : decimal.slice(point + 1);
  if (power >= 0) {
    const digits = fraction.padEnd(power, '0');
    return trim(`${whole}${digits.slice(0, power)}.${digits.slice(power)}`);
  }
  const digits = whole.padStart(1 - power, '0');
  return trim(`${digits.slice(0, power)}.${digits.slice(power)}${fraction}`);
}

function trim(decimal: string): string {
  let start = 0;
  while (decimal[start] === '0' && decimal[start + 1] !== undefined && decimal[start + 1] !== '.') start++;
  let end = decimal.length;
  if (decimal.includes('.')) {
    while (decimal[end - 1] === '0') end--;
    if (decimal[end - 1] === '.') end--;
  }
  return decimal.slice(start, end);
}
