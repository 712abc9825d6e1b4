import { announce } from '../announce.ts';
import { type ChangeNeeds, changeAll, findActed, withTypes } from './acted.ts';
import { readArgument } from './argument.ts';
import { pickType, type TypeWording } from './pickType.ts';
import { count, quoted } from './words.ts';

const CHANGING: TypeWording = { title: (words) => `Change ${words} to…`, present: 'its type now' };

/**
 * "Change Type…": annotations get another type; words without one are annotated as it. An argument `{ type, ids?, ranges?,
 * uri? }` answers beforehand.
 */
export async function changeType(needs: ChangeNeeds, argument: unknown): Promise<void> {
  const { type } = readArgument(argument);
  const acted = await findActed(needs.server, argument);
  if (acted === undefined) return;
  const { targets, types } = acted;
  const change = async (id: string) => {
    // What the words were taken for does not matter any more, nor what was worked out for that.
    const plain = targets.map(({ annotation, range, text }) =>
      annotation === undefined ? { range, text, type: id } : { range, text, annotation },
    );
    await withTypes({ ...acted, targets: plain }, async (all) => {
      if (!(await changeAll(needs, acted, all, { type: id }))) return;
      const label = types.find((one) => one.id === id)?.label ?? id;
      const [first, second] = targets;
      const what = first !== undefined && second === undefined ? quoted(first.text) : count(targets.length, 'passage');
      announce(`${what} tagged as ${label} now`);
    });
  };
  if (type !== undefined) return change(type);
  const shown = targets.map(({ range, text, annotation, type: taken }) => {
    const present = annotation?.type ?? taken;
    return { range, text, ...(present === undefined ? {} : { type: present }) };
  });
  await pickType({ targets: shown, types }, undefined, ({ id }) => change(id), CHANGING);
}
