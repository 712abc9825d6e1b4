import type { AnnotationInfo } from '../../../server/src/protocol.ts';
import type { RowIcon } from './row.ts';

/** VS Code's own icons for the built-in types. */
const ICONS: Readonly<Record<string, string>> = {
  person: 'person',
  organization: 'briefcase',
  place: 'location',
  group: 'organization',
  event: 'symbol-event',
  law: 'law',
  product: 'package',
  work: 'book',
  money: 'credit-card',
  percent: 'percentage',
  quantity: 'symbol-ruler',
  date: 'calendar',
  time: 'clock',
  duration: 'watch',
  set: 'history',
};

/** A type's icon in its colour; a project's own type has the icon of tags. */
export function typeIcon({ type, color }: Pick<AnnotationInfo, 'type' | 'color'>): RowIcon {
  return { name: Object.hasOwn(ICONS, type) ? (ICONS[type] ?? 'tag') : 'tag', color: `seedmark.${color}` };
}

/** What nobody has confirmed, was rejected or lost its place has a shape of its own, so that it is not told by colour alone. */
export function annotationIcon(annotation: AnnotationInfo): RowIcon {
  if (annotation.ranges.length === 0) return { name: 'debug-disconnect', color: 'list.warningForeground' };
  if (annotation.status === 'rejected') return { name: 'circle-slash', color: 'seedmark.rejected' };
  if (annotation.status === 'suggested') return { name: 'question', color: `seedmark.${annotation.color}` };
  return typeIcon(annotation);
}
