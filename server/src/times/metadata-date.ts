// Placeholder so that others can build: the owner of times/ overwrites this file.
export function readDate(value: string): { value: string } | { problem: 'invalid-date' | 'impossible-date' | 'ambiguous-date'; message: string } {
  return /^\d{4}-\d\d-\d\d/.test(value) ? { value: value.slice(0, 10) } : { problem: 'invalid-date', message: 'not a date' };
}
