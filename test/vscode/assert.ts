// The few assertions that suites need, in plain code: Node's own `assert` is not there in a web worker.

/** mocha prints the difference between the two values. */
class Unequal extends Error {
  override readonly name = 'AssertionError';
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string, actual: unknown, expected: unknown) {
    super(message);
    this.actual = actual;
    this.expected = expected;
  }
}

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

export function equal<T>(actual: T, expected: T, message = 'not equal'): void {
  if (!Object.is(actual, expected))
    throw new Unequal(`${message}: ${show(actual)}, expected ${show(expected)}`, actual, expected);
}

/** Compares plain data: objects, arrays, strings, numbers. */
export function deepEqual<T>(actual: T, expected: T, message = 'not equal'): void {
  if (canonical(actual) !== canonical(expected)) throw new Unequal(message, actual, expected);
}

export function match(actual: string, expected: RegExp, message = 'no match'): void {
  if (!expected.test(actual))
    throw new Unequal(`${message}: ${show(actual)}, expected ${expected}`, actual, String(expected));
}

function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => {
    if (inner === undefined) return '(undefined)';
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
