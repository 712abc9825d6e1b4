import type { CodeAction } from 'vscode-languageserver-types';
import { fillFields } from '../edits/fill.ts';
import { labelOfType } from '../project/labels.ts';
import { type Range, type SidecarFix, tagRequest } from '../protocol.ts';
import { flatLine, shorten } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { isTimeType, type ResolvedTime, wholeDayOf } from '../times/types.ts';
import { dateInWords } from '../times/words.ts';
import type { SeedSnapshot } from '../workspace/snapshot.ts';
import { valuesIn } from '../workspace/time-values.ts';
import { toLsp } from './fixes/fix.ts';
import { innermost, locate, type Place, rangeIn } from './locate.ts';
import { REWRITE } from './refactorings.ts';
import { timeAttributes } from './time-attributes.ts';

/** A kind of our own: it changes neither the text nor its metadata. */
export const ANNOTATE = 'refactor.annotate';

/** What can be done with the time of the body at a place: to annotate its value, and to take it for the day of publication. */
export function timeActions(snapshot: SeedSnapshot, range: Range): CodeAction[] {
  const place = locate(snapshot, range.start);
  if (place?.section.segment.kind !== 'paragraph') return [];
  const time = innermost(valuesIn(snapshot, place.index), place.offset);
  if (time === undefined) return [];
  return [...annotate(snapshot, place, time), ...reject(snapshot, place, time), ...asPublished(snapshot, time)];
}

/** That the words are no time. */
function reject({ knowledge, uri, version }: SeedSnapshot, { section, line }: Place, time: ResolvedTime): CodeAction[] {
  const { type } = time;
  if (!knowledge.project.types.some(({ id }) => id === type)) return [];
  if (section.annotations.some((one) => isTimeType(one.type) && holds(one, time))) return [];
  const words = shorten(flatLine(section.segment.text.slice(time.start, time.end)), 40);
  const data: SidecarFix = {
    method: tagRequest,
    params: { uri, ranges: [rangeIn(section, line, time)], type, rejected: true, version },
  };
  const label = labelOfType(knowledge.project, type).toLowerCase();
  return [{ title: `Not a time: “${words}” is no ${label} here`, kind: ANNOTATE, data }];
}

/** Of a time that is doubtful, the fixes of its finding offer what it may mean. */
function annotate(snapshot: SeedSnapshot, { section, line }: Place, time: ResolvedTime): CodeAction[] {
  const { type } = time;
  const { project } = snapshot.knowledge;
  const attributes = timeAttributes(time);
  if (attributes === undefined || !project.types.some(({ id }) => id === type)) return [];
  // Of one that was rejected, too: tagging it again would be refused.
  if (section.annotations.some((one) => isTimeType(one.type) && holds(one, time))) return [];
  const data: SidecarFix = {
    method: tagRequest,
    params: {
      uri: snapshot.uri,
      ranges: [rangeIn(section, line, time)],
      type,
      attributes,
      version: snapshot.version,
    },
  };
  return [
    { title: `Annotate as ${labelOfType(project, type).toLowerCase()}: ${attributes.value}`, kind: ANNOTATE, data },
  ];
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Where no day of publication is known; one that is known is the user's to change. */
function asPublished(snapshot: SeedSnapshot, time: ResolvedTime): CodeAction[] {
  const day = wholeDayOf(time);
  const known = snapshot.published;
  if (day === undefined || time.problem !== undefined || (known !== undefined && known.length === day.length))
    return [];
  const footerAt = snapshot.lines.offsetOfLine(snapshot.footerLine);
  const { edits, left } = fillFields(snapshot, new Map([['published', day]]), footerAt);
  if (edits.length === 0 || left.length > 0) return [];
  return [
    {
      title: `Use ${dateInWords(day)} as the day of publication`,
      kind: REWRITE,
      edit: { changes: { [snapshot.uri]: edits.map((edit) => toLsp(snapshot.lines, edit)) } },
    },
  ];
}
