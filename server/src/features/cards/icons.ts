/** VS Code's own icons for the built-in types, as the views of our client show them. */
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

/** A type's icon with a blank behind it; '' where the editor draws none. */
export function typeIcon(type: string, { icons = false }: { readonly icons?: boolean | undefined }): string {
  return icons ? `$(${Object.hasOwn(ICONS, type) ? ICONS[type] : 'tag'}) ` : '';
}
