import { addEntityId, removeItem, replaceTexts } from '../../edits/mend-facts.ts';
import { freshEntityId } from '../../edits/new-entity.ts';
import { shorten } from '../../text/shorten.ts';
import { nearest } from '../../workspace/sidecar-problems.ts';
import type { YamlFix, YamlFixes, YamlFixInput } from './yaml-fix.ts';

/** Quick fixes for what is found in a facts file. */
export const FACTS_FIXES: YamlFixes = {
  'facts-entry': mendEntry,
  'facts-date': mendDate,
  'facts-link': writeReplacement,
  'unknown-type': nameKnownType,
  'unknown-entity': writeReplacement,
  'relation-type': writeReplacement,
  'duplicate-id': giveOtherId,
  'shared-name': removeAlias,
};

function mendEntry(input: YamlFixInput): YamlFix[] {
  const { text, finding } = input;
  const { missing, id } = finding.data ?? {};
  if (missing === 'id' && id !== undefined)
    return [
      {
        title: `Give this entry the id “${shorten(id, 60)}”`,
        edits: addEntityId(text, finding.span, id),
        preferred: true,
      },
    ];
  return removeAlias(input);
}

function mendDate(input: YamlFixInput): YamlFix[] {
  const { text, finding } = input;
  const { first, second, from, to } = finding.data ?? {};
  if (from !== undefined && to !== undefined && finding.related !== undefined) {
    const edits = replaceTexts(text, [
      { ...finding.related.span, value: to },
      { ...finding.span, value: from },
    ]);
    return [{ title: 'Exchange the two dates', edits }];
  }
  const days = [first, second].filter((day) => day !== undefined);
  if (days.length > 0)
    return days.map((value) => ({
      title: `Change to “${value}”`,
      edits: replaceTexts(text, [{ ...finding.span, value }]),
    }));
  return writeReplacement(input);
}

function writeReplacement({ text, finding }: YamlFixInput): YamlFix[] {
  const { replacement } = finding.data ?? {};
  return replacement === undefined ? [] : [changeTo(text, finding, replacement)];
}

function nameKnownType({ snapshot, text, finding }: YamlFixInput): YamlFix[] {
  const near = nearest(finding.data?.type ?? '', snapshot.project.types);
  return near === undefined ? [] : [changeTo(text, finding, near)];
}

function giveOtherId({ snapshot, text, finding }: YamlFixInput): YamlFix[] {
  const { id, replace } = finding.data ?? {};
  if (id === undefined || replace === undefined) return [];
  const value = freshEntityId(id, (other) => snapshot.entities.has(other));
  const edits = replaceTexts(text, [{ ...finding.span, value }]);
  return [{ title: `Give this entry the id “${shorten(value, 60)}”`, edits }];
}

function removeAlias({ text, finding }: YamlFixInput): YamlFix[] {
  if (finding.data?.remove !== 'alias') return [];
  return [{ title: 'Remove this alias', edits: removeItem(text, finding.span) }];
}

function changeTo(text: string, { span }: YamlFixInput['finding'], value: string): YamlFix {
  const edits = replaceTexts(text, [{ ...span, value }]);
  return { title: `Change to “${shorten(value, 60)}”`, edits, preferred: true };
}
