import type { Severity } from './types.ts';

/** What a finding is about: a seed's metadata, its body, or one of Seedmark's own files. */
export type Subject = 'metadata' | 'body' | 'file';

export interface FindingInfo {
  /** How severe it is unless `seedmark.yaml` says otherwise. */
  readonly severity: Severity;
  /** What people call it. */
  readonly title: string;
  readonly about: Subject;
}

/** All findings by code. Each has its page `docs/findings/<code>.md`. */
export const FINDINGS: Readonly<Record<string, FindingInfo>> = {
  'missing-metadata': { severity: 'warning', about: 'metadata', title: 'A required metadata field is missing' },
  'missing-recommended-metadata': {
    severity: 'info',
    about: 'metadata',
    title: 'A recommended metadata field is missing',
  },
  'empty-field': { severity: 'warning', about: 'metadata', title: 'A metadata field has no value' },
  'unknown-field': {
    severity: 'info',
    about: 'metadata',
    title: 'A metadata field that is nearly, but not quite, a known one',
  },
  'duplicate-field': { severity: 'warning', about: 'metadata', title: 'A metadata field stands twice' },
  'front-matter-unclosed': { severity: 'warning', about: 'metadata', title: 'Front matter without its closing line' },
  'invalid-date': { severity: 'warning', about: 'metadata', title: 'A date field cannot be read as a date' },
  'invalid-url': { severity: 'warning', about: 'metadata', title: 'A URL field that holds no URL' },
  'invalid-language': { severity: 'warning', about: 'metadata', title: 'A language field that names no language' },
  'future-date': {
    severity: 'warning',
    about: 'metadata',
    title: 'A date of publication or retrieval that lies in the future',
  },
  'retrieved-before-published': {
    severity: 'warning',
    about: 'metadata',
    title: 'A document that was retrieved before it was published',
  },
  'source-spelling': { severity: 'info', about: 'metadata', title: 'A source that other seeds spell differently' },
  'author-spelling': { severity: 'info', about: 'metadata', title: 'An author whom other seeds spell differently' },
  'keyword-not-in-text': { severity: 'info', about: 'metadata', title: 'A keyword that the text never mentions' },
  'impossible-date': { severity: 'warning', about: 'body', title: 'A date that does not exist' },
  'ambiguous-date': { severity: 'info', about: 'body', title: 'A date whose day and month could be exchanged' },
  'weekday-mismatch': { severity: 'warning', about: 'body', title: 'A weekday that does not fit its date' },
  'relative-date': { severity: 'info', about: 'body', title: 'A relative date without a day of publication' },
  'date-after-publication': {
    severity: 'info',
    about: 'body',
    title: 'A day that is over, by the text, but lies after publication',
  },
  'unmatched-quote': { severity: 'info', about: 'body', title: 'A quotation mark without its partner' },
  'name-variant': { severity: 'info', about: 'body', title: 'A name that is probably another one, misspelt' },
  'duplicate-seed': { severity: 'info', about: 'body', title: 'A text that another seed has byte for byte' },
  'near-duplicate-seed': { severity: 'info', about: 'body', title: 'A text that another seed has nearly, too' },
  'orphaned-annotation': { severity: 'warning', about: 'file', title: 'An annotation that has lost its place' },
  'ambiguous-annotation': { severity: 'warning', about: 'file', title: 'An annotation that fits several places' },
  'changed-annotation': { severity: 'hint', about: 'file', title: 'An annotation whose words have changed' },
  'yaml-syntax': { severity: 'error', about: 'file', title: 'A YAML file whose syntax is broken' },
  'yaml-shape': { severity: 'warning', about: 'file', title: 'A value of the wrong kind in a YAML file' },
  'facts-entry': { severity: 'warning', about: 'file', title: 'An incomplete or wrong entry in a facts file' },
  'facts-date': {
    severity: 'warning',
    about: 'file',
    title: 'A date in a facts file that cannot be, or that ends before it begins',
  },
  'facts-link': {
    severity: 'warning',
    about: 'file',
    title: 'A link in a facts file whose number or address cannot be',
  },
  'shared-name': { severity: 'info', about: 'file', title: 'A name that two entities of the facts files have' },
  'sidecar-entry': { severity: 'warning', about: 'file', title: 'An incomplete or wrong entry in an annotations file' },
  'duplicate-id': { severity: 'warning', about: 'file', title: 'An id that two entries have' },
  'misplaced-quote': {
    severity: 'info',
    about: 'file',
    title: 'An annotation whose quote does not stand at its position',
  },
  'unknown-type': {
    severity: 'warning',
    about: 'file',
    title: 'An annotation or an entity whose type the project does not know',
  },
  'unknown-entity': {
    severity: 'warning',
    about: 'file',
    title: 'An annotation or a relation that points to an entity that no facts file has',
  },
  'unknown-attribute': {
    severity: 'warning',
    about: 'file',
    title: 'An attribute, or a value of one, that the type does not have',
  },
  'relation-end': {
    severity: 'warning',
    about: 'file',
    title: 'A relation that begins or ends at an annotation that is not there',
  },
  'relation-type': {
    severity: 'warning',
    about: 'file',
    title: 'A relation that the project does not know, or not between such ends',
  },
  'missing-seed': {
    severity: 'warning',
    about: 'file',
    title: 'An annotations file, or the source of a fact, whose seed is not there',
  },
};

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint', 'off'];
