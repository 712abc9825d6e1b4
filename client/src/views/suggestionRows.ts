import type { Suggestion } from '../../../server/src/protocol.ts';
import { count } from '../commands/words.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Row } from './row.ts';
import { type Surroundings, surroundings } from './surroundings.ts';
import { typeIcon } from './typeIcons.ts';

/** How the suggestions of a seed are put in order. */
export type SuggestionOrder = 'count' | 'text';

/** @param lineAt The text of a line of the seed; '' where it has no such line. */
export type LineAt = (line: number) => string;

/** The rows of the view *Suggestions*: one for what is named, with one for each place that names it. */
export function suggestionRows(
  suggestions: readonly Suggestion[],
  order: SuggestionOrder,
  lineAt: LineAt,
): readonly Row[] {
  const groups = new Map<string, Suggestion[]>();
  for (const suggestion of suggestions) {
    const group = groups.get(suggestion.group);
    if (group) group.push(suggestion);
    else groups.set(suggestion.group, [suggestion]);
  }
  const listed = [...groups.values()];
  // What is named equally often stays in the order of the text.
  if (order === 'count') listed.sort((a, b) => b.length - a.length);
  return listed.flatMap((some) => groupRow(some, lineAt));
}

function groupRow(some: readonly Suggestion[], lineAt: LineAt): readonly Row[] {
  const [first, second] = some;
  if (first === undefined) return [];
  const { name, label, group, entityName, range } = first;
  const only = second === undefined;
  const said = [
    only ? `line ${range.start.line + 1}` : `${some.length} ×`,
    label,
    ...(entityName === undefined || entityName === name ? [] : [entityName]),
    ...(only ? [sureness(first)] : []),
  ];
  return [
    {
      id: group,
      label: name,
      description: said.join(' · '),
      icon: first.id === undefined ? typeIcon(first) : { name: 'question', color: `seedmark.${first.color}` },
      tooltip: suggestionTooltip(first, only ? contextOf(first, lineAt) : undefined, some.length),
      spoken: [
        name,
        label,
        only ? `line ${range.start.line + 1}, ${spokenReason(first)}` : count(some.length, 'place'),
      ].join(', '),
      kind: 'suggestions',
      ...(only ? { place: { ranges: [range] } } : { open: 'collapsed' as const }),
      about: { group, range },
      children: only ? [] : some.map((suggestion, index) => mentionRow(suggestion, index, lineAt)),
    },
  ];
}

function mentionRow(suggestion: Suggestion, index: number, lineAt: LineAt): Row {
  const { range, group } = suggestion;
  const context = contextOf(suggestion, lineAt);
  return {
    // By its number: a decision takes one away, a line typed above moves all.
    id: String(index),
    label: context.text,
    strong: context.strong,
    description: `line ${range.start.line + 1} · ${sureness(suggestion)}`,
    icon: typeIcon(suggestion),
    tooltip: suggestionTooltip(suggestion, context, 1),
    spoken: `line ${range.start.line + 1}: ${context.text}, ${spokenReason(suggestion)}`,
    kind: 'mention',
    place: { ranges: [range] },
    about: { range, group },
    children: [],
  };
}

function contextOf({ range: { start, end } }: Suggestion, lineAt: LineAt): Surroundings {
  const line = lineAt(start.line);
  return surroundings(line, start.character, end.line === start.line ? end.character : line.length);
}

const EVIDENCE: Readonly<Record<Suggestion['evidence'], string>> = {
  annotation: 'kept as a suggestion',
  facts: 'from your facts',
  rule: 'by rule',
  list: 'from a list',
  model: 'by the model',
};

/** Only the model says how sure it is by itself; all else is told by where it comes from. */
function sureness({ evidence, score }: Suggestion): string {
  return evidence === 'model' ? score.toFixed(2) : EVIDENCE[evidence];
}

function spokenReason({ evidence, score }: Suggestion): string {
  return evidence === 'model' ? `by the model, ${Math.round(score * 100)} percent sure` : EVIDENCE[evidence];
}

/** Markdown: all text from files is escaped. */
function suggestionTooltip(suggestion: Suggestion, context: Surroundings | undefined, places: number): string {
  const { name, label, value, reason, score, evidence, entity, entityName, entityDescription } = suggestion;
  const head = [
    `**${escapeMarkdown(name)}**`,
    escapeMarkdown(label),
    ...(value === undefined ? [] : [escapeMarkdown(value)]),
  ];
  const known = entityName ?? entity;
  const described = known === undefined ? [] : [known, ...(entityDescription ? [entityDescription] : [])];
  return [
    head.join(' · '),
    context === undefined ? `Named in ${count(places, 'place')}.` : `“${escapeMarkdown(context.text)}”`,
    described.map((text) => escapeMarkdown(text)).join(': '),
    `${escapeMarkdown(reason === '' ? EVIDENCE[evidence] : reason)} · ${score.toFixed(2)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
