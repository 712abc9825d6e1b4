import type { Severity } from './types.ts';

/** All findings by code: how severe they are unless `seedmark.yaml` says otherwise, and what people call them. */
export const FINDINGS: Readonly<Record<string, { readonly severity: Severity; readonly title: string }>> = {
  'missing-metadata': { severity: 'warning', title: 'A required metadata field is missing' },
  'missing-recommended-metadata': { severity: 'info', title: 'A recommended metadata field is missing' },
  'empty-field': { severity: 'warning', title: 'A metadata field has no value' },
  'invalid-date': { severity: 'warning', title: 'A date field cannot be read as a date' },
  'impossible-date': { severity: 'warning', title: 'A date that does not exist' },
  'ambiguous-date': { severity: 'hint', title: 'A date whose day and month could be exchanged' },
  'unknown-field': { severity: 'info', title: 'A metadata field that is nearly, but not quite, a known one' },
  'duplicate-field': { severity: 'warning', title: 'A metadata field stands twice' },
  'front-matter-unclosed': { severity: 'warning', title: 'Front matter without its closing line' },
  'yaml-syntax': { severity: 'error', title: 'A YAML file whose syntax is broken' },
  'yaml-shape': { severity: 'warning', title: 'A value of the wrong kind in a YAML file' },
  'facts-entry': { severity: 'warning', title: 'An incomplete or wrong entry in a facts file' },
  'sidecar-entry': { severity: 'warning', title: 'An incomplete or wrong entry in an annotations file' },
  'unplaced-annotation': { severity: 'warning', title: 'An annotation that has no place in its text' },
  'unknown-type': { severity: 'warning', title: 'An annotation whose type the project does not know' },
};

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint', 'off'];
