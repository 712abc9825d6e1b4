import type { Project } from '../project/types.ts';
import type { RelationChoice } from '../protocol.ts';

/** The relations of a project, as a picker offers them. */
export function relationChoices({ relations }: Project): RelationChoice[] {
  return relations.map(({ id, label, from, to }) => ({
    id,
    label,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }));
}
