/**
 * A map in which some keys have other values: no copy is made of one that is large. In the order of the first, none added
 * and none left out. Neither of both may change.
 */
export class PatchedMap<K, V> implements ReadonlyMap<K, V> {
  private readonly whole: ReadonlyMap<K, V>;
  private readonly patch: ReadonlyMap<K, V>;

  /** @param patch its keys are keys of `whole`. */
  constructor(whole: ReadonlyMap<K, V>, patch: ReadonlyMap<K, V>) {
    this.whole = whole;
    this.patch = patch;
  }

  get size(): number {
    return this.whole.size;
  }

  has(key: K): boolean {
    return this.whole.has(key);
  }

  get(key: K): V | undefined {
    return this.patch.has(key) ? this.patch.get(key) : this.whole.get(key);
  }

  keys(): MapIterator<K> {
    return this.whole.keys();
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }

  entries(): MapIterator<[K, V]> {
    return this[Symbol.iterator]();
  }

  *[Symbol.iterator](): MapIterator<[K, V]> {
    for (const [key, value] of this.whole) yield [key, this.patch.has(key) ? (this.patch.get(key) as V) : value];
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }
}
