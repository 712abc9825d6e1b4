import type { MetadataStep, MissingMetadata, ValueCheck } from '../protocol.ts';
import { FIELDS, type FieldKey, fieldInfo, fieldKey } from '../seed/fields.ts';
import { wrongValue } from '../seed/metadata.ts';
import { readDate } from '../times/metadata-date.ts';
import { type Finding, findingsOf } from '../workspace/findings.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { type SuggestedValue, suggestedValues } from './suggested-values.ts';

/** Findings that one value mends. */
const MENDED: ReadonlySet<string> = new Set([
  'missing-metadata',
  'missing-recommended-metadata',
  'empty-field',
  'invalid-date',
  'impossible-date',
  'ambiguous-date',
  'invalid-url',
  'invalid-language',
]);

/** What the form asks for: the fields that are missing, empty or wrong, the required ones first. */
export function missingMetadata(snapshot: SeedSnapshot): MissingMetadata {
  const byField = new Map<FieldKey, Finding>();
  for (const finding of findingsOf(snapshot)) {
    const key = askedFor(snapshot, finding);
    if (key !== undefined && !byField.has(key)) byField.set(key, finding);
  }
  const required = new Set(snapshot.knowledge.project.required.map((name) => fieldKey(name)));
  const steps = FIELDS.flatMap(({ key }) => {
    const finding = byField.get(key);
    return finding === undefined ? [] : [makeStep(snapshot, key, finding, required.has(key))];
  });
  return {
    version: snapshot.version,
    steps: [...steps.filter((step) => step.required), ...steps.filter((step) => !step.required)],
  };
}

/** The field for which the form asks because of a finding; undefined where it does not. */
export function askedFor(snapshot: SeedSnapshot, finding: Finding): FieldKey | undefined {
  const key = FIELDS.find((info) => info.key === finding.data?.key)?.key;
  if (finding.code === 'relative-date') return key;
  if (finding.part === 'body' || key === undefined || !MENDED.has(finding.code)) return undefined;
  // Of a field that stands twice, the value that counts may be good.
  return isGood(snapshot, key) ? undefined : key;
}

/** What is wrong with a value before it is taken, in the words of the finding that it would be. */
export function checkValue(key: FieldKey, value: string, today: string): ValueCheck {
  const info = fieldInfo(key);
  const text = value.trim();
  if (text === '') return { written: '', doubtful: false };
  const read = info.kind === 'date' ? readDate(text) : undefined;
  const written = read !== undefined && 'value' in read ? read.value : text;
  const [problem] = wrongValue(text, info, { required: [], recommended: [], readDate, today });
  if (problem === undefined) return { written, doubtful: false };
  // What can be read may be so in the source: then the user is asked, and decides.
  return { written, problem: problem.message, doubtful: !MENDED.has(problem.code) };
}

function isGood(snapshot: SeedSnapshot, key: FieldKey): boolean {
  const value = snapshot.metadata.first(key)?.field.value ?? '';
  return value !== '' && checkValue(key, value, snapshot.today).problem === undefined;
}

function makeStep(snapshot: SeedSnapshot, key: FieldKey, finding: Finding, required: boolean): MetadataStep {
  const { label, meaning, kind } = fieldInfo(key);
  const read = corrections(finding);
  const suggestions = suggestedValues(snapshot, key).filter(({ value }) => read.every((one) => one.value !== value));
  return {
    key,
    label,
    meaning,
    required,
    checked: kind !== 'text' && kind !== 'list',
    value: snapshot.metadata.first(key)?.field.value ?? '',
    suggestions: [...read, ...suggestions],
  };
}

/** What the finding itself says how the value is meant. */
function corrections({ data }: Finding): SuggestedValue[] {
  const { first, second, value, replacement } = data ?? {};
  return [first, second, value, replacement]
    .filter((one) => one !== undefined)
    .map((one) => ({ value: one, why: 'as it may be meant' }));
}
