// Placeholder so that others can build: the owner of times/ overwrites this file.
export function daysInMonth(year: number, month: number): number { return new Date(Date.UTC(year, month, 0)).getUTCDate(); }
