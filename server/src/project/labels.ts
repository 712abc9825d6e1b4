import type { Project } from './types.ts';

/** What people call a type; its id where the project does not know it. */
export function labelOfType({ types }: Pick<Project, 'types'>, type: string): string {
  return types.find(({ id }) => id === type)?.label ?? type;
}
