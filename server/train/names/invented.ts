/** A word that stands on no list, as firms are called: the first half of one name and the second of another. */
export function invented(one: string, other: string): string {
  return one.slice(0, Math.ceil(one.length / 2)) + other.slice(Math.floor(other.length / 2)).toLowerCase();
}
