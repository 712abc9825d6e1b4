import { objectOf } from './argument.ts';

/** What came with a command on annotations, as far as it has the right shape: answers to what would be asked. */

/** All suggestions of one entity. */
export function readGroup(argument: unknown): string | undefined {
  return textIn(argument, 'group');
}

/** Id of an entry of the facts files; '' for none. */
export function readEntity(argument: unknown): string | undefined {
  return textIn(argument, 'entity');
}

/** '' takes a note away. */
export function readNote(argument: unknown): string | undefined {
  return textIn(argument, 'note');
}

export function readAttribute(argument: unknown): { readonly name: string; readonly value: string } | undefined {
  const [name, value] = [textIn(argument, 'name'), textIn(argument, 'value')];
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** A type of relation and the annotation at its other end. */
export function readRelation(
  argument: unknown,
): { readonly relation: string; readonly from: string; readonly to: string } | undefined {
  const [relation, from, to] = [textIn(argument, 'relation'), textIn(argument, 'from'), textIn(argument, 'to')];
  return relation === undefined || from === undefined || to === undefined ? undefined : { relation, from, to };
}

function textIn(argument: unknown, key: string): string | undefined {
  const value = objectOf(argument)[key];
  return typeof value === 'string' ? value : undefined;
}
