import { readSidecarTree } from '../annotations/sidecar.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { quoteYaml } from '../yaml/quote.ts';
import { joined } from '../yaml/splice.ts';
import { checked, entryOf, factsTree, type Refused, sayingOf, withAliases } from './facts-entries.ts';
import { addTexts } from './list-texts.ts';

/** Gives an entry another name; the old one becomes an alias, so that what is written so goes on being found. */
export function renameEdit(text: string, id: string, name: string): { readonly edits: TextEdit[] } | Refused {
  const tree = factsTree(text);
  if ('problem' in tree) return tree;
  const found = entryOf(tree, id);
  if ('problem' in found) return found;
  const { entity, map } = found;
  if (entity.nameSpan === undefined)
    return {
      problem: `“${entity.name}” has no “name” of its own in the facts file. Write one there first.`,
      span: entity.span,
    };
  if (entity.name === name) return { edits: [] };
  const keeps = !entity.aliases.includes(entity.name);
  const alias = keeps ? addTexts(text, map, 'aliases', [entity.name]) : undefined;
  if (keeps && alias === undefined)
    return {
      problem: `The aliases of “${entity.name}” are written in a way that cannot be added to.`,
      span: entity.span,
    };
  const edits = joined([{ ...entity.nameSpan, newText: quoteYaml(name, map.flow) }, ...(alias ? [alias] : [])]);
  const renamed = { ...(keeps ? withAliases(entity, [entity.name]) : entity), name };
  const wanted = tree.entries.map((entry) => sayingOf(entry === found ? renamed : entry.entity));
  const refused = checked(text, edits, wanted);
  return refused ?? { edits };
}

/** Gives an entity another id wherever a facts file names it: at its entry, and where relations lead to it. */
export function reidFactsEdit(text: string, from: string, to: string): { readonly edits: TextEdit[] } | Refused {
  const tree = factsTree(text);
  if ('problem' in tree) return tree;
  const spans: Span[] = [];
  for (const { entity } of tree.entries) {
    if (entity.id === from) {
      if (entity.idSpan === undefined)
        return {
          problem: `“${entity.name}” has no “id” of its own in the facts file. Write one there first.`,
          span: entity.span,
        };
      spans.push(entity.idSpan);
    }
    for (const relation of entity.relations) if (relation.entity === from) spans.push(relation.spans.entity);
  }
  const edits = spans.sort((a, b) => a.start - b.start).map((span) => ({ ...span, newText: quoteYaml(to, true) }));
  const wanted = tree.entries.map(({ entity }) =>
    sayingOf({
      ...entity,
      id: entity.id === from ? to : entity.id,
      relations: entity.relations.map((relation) =>
        relation.entity === from ? { ...relation, entity: to } : relation,
      ),
    }),
  );
  const refused = checked(text, edits, wanted);
  return refused ?? { edits };
}

/** Gives an entity another id wherever an annotations file names it. */
export function reidSidecarEdit(
  text: string,
  from: string | ReadonlySet<string>,
  to: string,
): { readonly edits: TextEdit[] } | Refused {
  const { sidecar } = readSidecarTree(text);
  const isOld = (id: string | undefined) => id !== undefined && (typeof from === 'string' ? id === from : from.has(id));
  const linked = sidecar.annotations.filter(({ entity }) => isOld(entity));
  if (linked.length === 0) return { edits: [] };
  if (sidecar.damaged)
    return {
      problem: 'The annotations file cannot be read as YAML, so nothing was written into it. Correct it first.',
    };
  const edits = linked
    .flatMap(({ entitySpan }) => entitySpan ?? [])
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ ...span, newText: quoteYaml(to, true) }));
  const after = readSidecarTree(applyEdits(text, edits)).sidecar;
  const saying = (annotations: typeof sidecar.annotations, id: (entity: string | undefined) => string | undefined) =>
    JSON.stringify(
      annotations.map(({ id: own, type, quote, entity, status }) => [own, type, quote, id(entity), status]),
    );
  const isRight =
    saying(after.annotations, (entity) => entity) ===
    saying(sidecar.annotations, (entity) => (isOld(entity) ? to : entity));
  return isRight ? { edits } : { problem: 'This cannot be written into the annotations file as it stands.' };
}
