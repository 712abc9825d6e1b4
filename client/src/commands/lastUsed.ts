/** Choices with the one that was used last in front, so that Enter takes it again. */
export function lastUsedFirst<T extends { readonly id: string }>(
  choices: readonly T[],
  lastUsed: string | undefined,
): readonly T[] {
  return [...choices.filter(({ id }) => id === lastUsed), ...choices.filter(({ id }) => id !== lastUsed)];
}
