import type { MetadataStep, ValueCheck } from '../../../server/src/protocol.ts';

/** A row of the form of missing metadata. No 'vscode' here, so that its rules can be tested without. */
export interface FormRow {
  readonly kind: 'skip' | 'typed' | 'suggestion';
  /** What Enter takes on it; '' skips. */
  readonly value: string;
  readonly label: string;
  readonly description: string;
  /** What is wrong with the value. */
  readonly detail?: string;
}

/**
 * The rows for what stands in the box. Nothing: "skip" first, so that Enter skips, and what suggests itself. Something: first
 * of all what was typed, so that Enter takes it, and the suggestions that hold it.
 */
export function formRows(step: MetadataStep, typed: string, check?: ValueCheck): readonly FormRow[] {
  const value = typed.trim();
  const suggestions = step.suggestions.map(
    (one): FormRow => ({ kind: 'suggestion', value: one.value, label: one.value, description: one.why }),
  );
  if (value === '') {
    const kept = step.value === '' ? 'leaves it out' : `leaves “${step.value}” as it is`;
    return [{ kind: 'skip', value: '', label: 'Skip', description: `Enter ${kept}` }, ...suggestions];
  }
  const row: FormRow = {
    kind: 'typed',
    value,
    label: value,
    description: check?.problem === undefined ? `Enter writes it as ${step.label}` : again(check),
    ...(check?.problem === undefined ? {} : { detail: check.problem }),
  };
  return [row, ...suggestions.filter((one) => one.value !== value)];
}

/** What the box says while it is empty. */
export function prompt({ meaning, required, value }: MetadataStep): string {
  if (value !== '') return `Now “${value}”. ${meaning}`;
  return required ? `Required. ${meaning}` : meaning;
}

/**
 * The value that Enter takes. What was typed last counts, even where the list has not caught up with fast typing: a row other
 * than the first is taken only when the list for this very text was seen.
 */
export function taken(typed: string, active: FormRow | undefined, seenFor: string | undefined): string {
  const value = typed.trim();
  if (value === '') return active?.kind === 'suggestion' ? active.value : '';
  return active !== undefined && seenFor === value ? active.value : value;
}

function again({ doubtful }: ValueCheck): string {
  return doubtful ? 'Enter once more writes it all the same' : 'Not written';
}
