/** Today's date as `YYYY-MM-DD`, local time. Works in Node and in a worker. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}
