import { type EditResult, type NewEntityParams, newEntityRequest } from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { tell } from '../messages.ts';
import { type Acted, type ChangeNeeds, changeAll, commonType, findActed, withTypes } from './acted.ts';
import { readEntity } from './annotationArgument.ts';
import { annotator } from './annotator.ts';
import { type EntityPick, pickEntity } from './pickEntity.ts';
import { quoted, quotedList } from './words.ts';

/**
 * "Link to Entity…": annotations, or words that become annotations, are linked to an entry of the facts files, or to a new
 * one. An argument `{ entity, ids?, ranges?, uri? }` says to which; '' takes the link away.
 */
export async function linkEntity(needs: ChangeNeeds, argument: unknown): Promise<void> {
  const acted = await findActed(needs.server, argument);
  if (acted === undefined) return;
  const { document, targets } = acted;
  const texts = targets.map(({ text }) => text);
  const known = readEntity(argument);
  const link = async (entity: string, name: string) =>
    withTypes(acted, async (all) => {
      if (!(await changeAll(needs, acted, all, { entity }))) return;
      announce(
        entity === '' ? `${quotedList(texts)} has no entity now` : `${quotedList(texts)} is ${quoted(name)} now`,
      );
    });
  if (known !== undefined) return link(known, known);

  const type = commonType(targets);
  const linked = targets.some(({ annotation, entity }) => (annotation?.entity ?? entity) !== undefined);
  const uri = document.uri.toString();
  const pick = await new Promise<EntityPick | undefined>((resolve) =>
    pickEntity(needs.server, { uri, texts, ...(type === undefined ? {} : { type }) }, linked, resolve),
  );
  if (pick === undefined) return;
  if (pick.kind !== 'new') return link(pick.kind === 'known' ? pick.id : '', pick.kind === 'known' ? pick.name : '');
  await makeEntity(needs, acted, pick.name);
}

/** A new entry of the facts files, to which annotations and words are linked. */
export async function makeEntity(needs: ChangeNeeds, acted: Acted, name: string): Promise<void> {
  const { document, targets, version } = acted;
  const type = commonType(targets);
  const uri = document.uri.toString();
  await withTypes(acted, async (all) => {
    const [first] = all;
    const own =
      type ?? (first !== undefined && 'type' in first ? first.type : undefined) ?? targets[0]?.annotation?.type;
    if (own === undefined) return;
    const params: NewEntityParams = { uri, name, type: own, targets: all, by: annotator(), version };
    const refusal = await needs.edits.run(document, () => needs.server.request<EditResult>(newEntityRequest, params));
    if (refusal) tell(refusal);
    else announce(`New entity ${quoted(name)}, linked`);
  });
}
