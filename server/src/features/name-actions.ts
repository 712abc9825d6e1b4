import type { CodeAction } from 'vscode-languageserver-types';
import type { Mention } from '../names/types.ts';
import { BUILT_IN_TYPES } from '../project/defaults.ts';
import { labelOfType } from '../project/labels.ts';
import type { EntityType } from '../project/types.ts';
import {
  type AnnotationChange,
  type ChangeTarget,
  changeRequest,
  neverRequest,
  type Range,
  type SidecarFix,
  tagRequest,
} from '../protocol.ts';
import { flatLine, shorten } from '../text/shorten.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { innermost, locate, rangeIn } from './locate.ts';
import { groupOf } from './suggestions.ts';
import { ANNOTATE } from './time-actions.ts';

/** Types of names, in the order in which they are offered; the project's own come behind them. */
const NAMES = ['person', 'organization', 'place', 'group', 'event', 'law', 'product', 'work'];
/** Types of the project's own that are offered at most. */
const MOST_OWN = 6;

/** The client's command that asks for the type. */
const TAG = 'seedmark.tag';

/**
 * What can be said of the name at a place that nobody has annotated: that it is what it is taken for, another thing, or none.
 *
 * @param commands those of the client that an action may run.
 */
export function nameActions(snapshot: SeedSnapshot, range: Range, commands: readonly string[] = []): CodeAction[] {
  const place = locate(snapshot, range.start);
  if (place === undefined) return [];
  const { section, line, offset } = place;
  const mention = innermost(section.analysis.mentions, offset);
  if (mention === undefined) return [];
  // What somebody has decided is theirs to change; tagging it again would be refused.
  const decided = section.annotations.filter(({ start, end }) => start === mention.start && end === mention.end);
  if (decided.some(({ status, type }) => status !== 'rejected' || type === mention.type)) return [];
  const { project } = snapshot.knowledge;
  const { uri, version } = snapshot;
  const ranges = [rangeIn(section, line, mention)];
  const label = (type: string) => labelOfType(project, type).toLowerCase();
  const action = (title: string, data: SidecarFix): CodeAction => ({ title, kind: ANNOTATE, data });
  const tag = (type: string, rejected?: true): SidecarFix => ({
    method: tagRequest,
    params: { uri, ranges, type, version, ...(rejected ? { rejected } : {}) },
  });
  const written = flatLine(section.segment.text.slice(mention.start, mention.end));
  const name = shorten(written, 40);
  const actions = [
    action(`Tag as ${label(mention.type)}`, tag(mention.type)),
    action(`Not an entity: “${name}” is no ${label(mention.type)} here`, tag(mention.type, true)),
  ];
  if (!isOfField(section, mention)) {
    const all = [{ group: groupOf(snapshot, mention, written) }];
    const change = (targets: readonly ChangeTarget[], what: AnnotationChange): SidecarFix => ({
      method: changeRequest,
      params: { uri, targets, change: what, version },
    });
    const words = [{ ranges, type: mention.type }];
    actions.push(
      action(`Tag every “${name}” of this document as ${label(mention.type)}`, change(all, { status: 'confirmed' })),
      action(
        `Not an entity: “${name}” is no ${label(mention.type)} anywhere in this document`,
        change(words, { status: 'rejected', everywhere: true }),
      ),
    );
  }
  // What the facts say they mean: a word of theirs is theirs to take out. An author or a source is one by its field, and a
  // name wherever else it stands.
  if (mention.evidence !== 'facts' && !isOfField(section, mention))
    actions.push(
      action(`Never a name: add “${name}” to seedmark.yaml`, { method: neverRequest, params: { uri, text: written } }),
    );
  const others = otherTypes(project.types, mention.type).filter((type) => !decided.some((one) => one.type === type));
  if (others.length === 0) return actions;
  if (!commands.includes(TAG)) return [...actions, ...others.map((type) => action(`Tag as ${label(type)}`, tag(type)))];
  const title = 'Tag as another type…';
  return [...actions, { title, kind: ANNOTATE, command: { title, command: TAG, arguments: [{ uri, ranges }] } }];
}

function isOfField({ segment }: Section, { start, evidence }: Mention): boolean {
  const block = segment.blocks.find((one) => start >= one.start && start < one.start + one.text.length);
  return evidence === 'rule' && (block?.field === 'author' || block?.field === 'source');
}

/** Types that a name may have instead; an amount has none. */
function otherTypes(types: readonly EntityType[], type: string): string[] {
  if (BUILT_IN.has(type) && !NAMES.includes(type)) return [];
  const own = types.filter(({ id }) => !BUILT_IN.has(id)).slice(0, MOST_OWN);
  return [...NAMES, ...own.map(({ id }) => id)].filter((id) => id !== type && types.some((one) => one.id === id));
}

const BUILT_IN: ReadonlySet<string> = new Set(BUILT_IN_TYPES.map(({ id }) => id));
