import type { CodeAction } from 'vscode-languageserver-types';
import { BUILT_IN_TYPES } from '../project/defaults.ts';
import { labelOfType } from '../project/labels.ts';
import { neverRequest, type Range, type SidecarFix, tagRequest } from '../protocol.ts';
import { shorten } from '../text/shorten.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { innermost, locate, rangeIn } from './locate.ts';
import { ANNOTATE } from './time-actions.ts';

/** Types of names, in the order in which they are offered; the project's own come behind them. */
const NAMES = ['person', 'organization', 'place', 'group', 'event', 'law', 'product', 'work'];
/** Types of the project's own that are offered at most. */
const MOST_OWN = 6;

/** What can be said of the name at a place that nobody has annotated: that it is what it is taken for, another thing, or none. */
export function nameActions(snapshot: SeedSnapshot, range: Range): CodeAction[] {
  const place = locate(snapshot, range.start);
  if (place === undefined) return [];
  const { section, line, offset } = place;
  const mention = innermost(section.analysis.mentions, offset);
  if (mention === undefined) return [];
  // What somebody has decided is theirs to change; tagging it again would be refused.
  const decided = section.annotations.filter(({ start, end }) => start === mention.start && end === mention.end);
  if (decided.some(({ status, type }) => status !== 'rejected' || type === mention.type)) return [];
  const { project } = snapshot.knowledge;
  const ranges = [rangeIn(section, line, mention)];
  const { uri, version } = snapshot;
  const action = (title: string, data: SidecarFix): CodeAction => ({ title, kind: ANNOTATE, data });
  const tag = (type: string, rejected = false): SidecarFix => ({
    method: tagRequest,
    params: { uri, ranges, type, version, ...(rejected ? { rejected } : {}) },
  });
  const own = project.types.filter(({ id }) => !BUILT_IN.has(id)).slice(0, MOST_OWN);
  const types = [mention.type, ...NAMES, ...own.map(({ id }) => id)].filter(
    (id, i, all) => all.indexOf(id) === i && project.types.some((type) => type.id === id),
  );
  // Of an amount, the other types are those of names: they are none of it.
  const offered = NAMES.includes(mention.type) || !BUILT_IN.has(mention.type) ? types : [mention.type];
  const label = (type: string) => labelOfType(project, type).toLowerCase();
  const written = section.segment.text.slice(mention.start, mention.end).replace(/\s+/gu, ' ');
  const name = shorten(written, 40);
  const rejected = new Set(decided.map(({ type }) => type));
  return [
    ...offered.filter((type) => !rejected.has(type)).map((type) => action(`Tag as ${label(type)}`, tag(type))),
    action(`Not an entity: “${name}” is no ${label(mention.type)} here`, tag(mention.type, true)),
    // What the facts say they mean; a word of theirs is theirs to take out.
    ...(mention.evidence === 'facts'
      ? []
      : [
          action(`Never a name: add “${name}” to seedmark.yaml`, {
            method: neverRequest,
            params: { uri, text: written },
          }),
        ]),
  ];
}

const BUILT_IN: ReadonlySet<string> = new Set(BUILT_IN_TYPES.map(({ id }) => id));
