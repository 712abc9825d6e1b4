import type { Project } from './types.ts';

/** What people call a type; its id where the project does not know it. */
export function labelOfType({ types }: Pick<Project, 'types'>, type: string): string {
  return types.find(({ id }) => id === type)?.label ?? type;
}

/** What people read of something that has an id only: `air-base` is an “Air base”. */
export function labelOfId(id: string): string {
  const [first = '', ...rest] = id.replace(/[-_]+/g, ' ');
  return first.toUpperCase() + rest.join('');
}
