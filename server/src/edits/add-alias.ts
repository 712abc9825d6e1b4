import type { TextEdit } from '../text/edit.ts';
import { checked, entryOf, factsTree, type Refused, sayingOf, withAliases } from './facts-entries.ts';
import { addTexts } from './list-texts.ts';

/** Adds a name to those that an entry goes by; no other byte of the file changes. */
export function addAliasEdit(text: string, id: string, alias: string): { readonly edits: TextEdit[] } | Refused {
  const tree = factsTree(text);
  if ('problem' in tree) return tree;
  const found = entryOf(tree, id);
  if ('problem' in found) return found;
  const { entity, map } = found;
  if (entity.name === alias || entity.aliases.includes(alias)) return { edits: [] };
  const edit = addTexts(text, map, 'aliases', [alias]);
  if (edit === undefined)
    return {
      problem: `The aliases of “${entity.name}” are written in a way that cannot be added to.`,
      span: entity.entry,
    };
  const wanted = tree.entries.map((entry) => sayingOf(entry === found ? withAliases(entity, [alias]) : entry.entity));
  return checked(text, [edit], wanted) ?? { edits: [edit] };
}
