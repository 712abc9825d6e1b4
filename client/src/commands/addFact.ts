import { type QuickPickItem, QuickPickItemKind, type TextDocument, Range as VscodeRange, window } from 'vscode';
import {
  type AddFactParams,
  addFactRequest,
  type EditResult,
  type FactChoices,
  type FactChoicesParams,
  factChoicesRequest,
  type Range,
  type Targets,
  type TargetsParams,
  targetsRequest,
} from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { tell } from '../messages.ts';
import type { ChangeNeeds } from './acted.ts';
import { readArgument, readFactArgument } from './argument.ts';
import { type EntityPick, pickEntity } from './pickEntity.ts';
import { pickText } from './pickText.ts';
import { findTarget } from './target.ts';
import { plain, plainLine, quoted } from './words.ts';

/** Of whom a fact is. */
type Whom =
  | { readonly id: string; readonly name: string; readonly type: string }
  | { readonly id: undefined; readonly name: string };

/**
 * "Add Fact…": what the selected words say of an entity is added to the facts files, with this seed and line as its source.
 * An argument `{ entity?, what?, value?, on?, ranges?, uri? }` answers beforehand.
 */
export async function addFact(needs: ChangeNeeds, argument: unknown): Promise<void> {
  const { uri, ranges } = readArgument(argument);
  const known = readFactArgument(argument);
  const target = await findTarget(uri);
  if (target === undefined) return;
  const { document } = target;
  const address = document.uri.toString();
  const range = (ranges ?? target.selections)[0];
  if (range === undefined) return;
  const selected = oneLine(document.getText(toVscode(document, range)));
  const asked: FactChoicesParams = { uri: address, range };
  const choices = await needs.server.request<FactChoices | null>(factChoicesRequest, asked);
  if (choices === null) return;

  const whom =
    known.entity === undefined ? await pickWhom(needs, address, choices, selected) : entityOf(choices, known.entity);
  if (whom === undefined) return;
  const type = whom.id !== undefined ? whom.type : await typeOf(needs, address, range);
  if (type === undefined) return;
  const name = plainLine(quoted(whom.name));
  const labels = choices.labels.filter((label) => type === '' || label.type === type).map(({ what }) => what);
  const what =
    known.what ?? (await pickText(`What is known of ${plain(quoted(whom.name))}?`, 'born, role, founded …', labels));
  if (what === undefined) return;
  // The name itself is hardly what is known of it.
  const isName = selected === whom.name || (choices.entity !== undefined && choices.entity.id === whom.id);
  const value =
    known.value ??
    (await window.showInputBox({
      title: `${plainLine(what)} of ${name}`,
      value: isName ? '' : selected,
      placeHolder: 'The value, as it is to stand in the facts.',
      ignoreFocusOut: true,
    }));
  if (value === undefined || value.trim() === '') return;
  const on = known.on ?? (await pickDate(choices));
  if (on === undefined) return;
  const params: AddFactParams = {
    uri: address,
    range,
    entity: whom.id ?? { name: whom.name, type },
    what,
    value,
    ...(on === '' ? {} : { on }),
  };
  const refusal = await needs.edits.run(document, () => needs.server.request<EditResult>(addFactRequest, params));
  if (refusal) tell(refusal);
  else announce(`Known of ${quoted(whom.name)} now: ${what}, ${value}`);
}

function entityOf({ entity, near }: FactChoices, id: string): Whom {
  const found = [...(entity === undefined ? [] : [entity]), ...near].find((one) => one.id === id);
  return found ?? { id, name: id, type: '' };
}

/** The entity in which the cursor stands goes without asking; else those of the sentence come first. */
async function pickWhom(
  needs: ChangeNeeds,
  uri: string,
  { entity, near }: FactChoices,
  selected: string,
): Promise<Whom | undefined> {
  if (entity !== undefined) return entity;
  const others: (QuickPickItem & { readonly whom?: Whom })[] = near.map((whom) => ({
    label: plain(whom.name),
    description: 'named in this sentence',
    whom,
  }));
  if (others.length > 0) {
    const more: QuickPickItem & { readonly whom?: Whom } = { label: '$(search) Another entity…' };
    const picked = await window.showQuickPick([...others, { label: '', kind: QuickPickItemKind.Separator }, more], {
      title: `Of whom is ${plain(quoted(selected))} a fact?`,
      ignoreFocusOut: true,
    });
    if (picked === undefined) return undefined;
    if (picked.whom !== undefined) return picked.whom;
  }
  const title = selected === '' ? 'Add a fact to…' : `Of whom is ${plain(quoted(selected))} a fact?`;
  const pick = await new Promise<EntityPick | undefined>((resolve) =>
    pickEntity(needs.server, { uri, texts: [] }, false, resolve, title),
  );
  if (pick === undefined || pick.kind === 'none') return undefined;
  return pick.kind === 'known' ? { id: pick.id, name: pick.name, type: '' } : { id: undefined, name: pick.name };
}

/** The type of a new entity: as the words were recognised, else the user says it. */
async function typeOf({ server }: ChangeNeeds, uri: string, range: Range): Promise<string | undefined> {
  const params: TargetsParams = { uri, selections: [range] };
  const found = await server.request<Targets | null>(targetsRequest, params);
  const types = found?.types ?? [];
  const own = found?.targets[0]?.annotation?.type ?? found?.targets[0]?.type;
  const items = types
    .map(({ id, label, description }) => ({ label: plain(label), description: plain(description), id }))
    .sort((a, b) => Number(b.id === own) - Number(a.id === own));
  const picked = await window.showQuickPick(items, { title: 'What kind of entity is it?', ignoreFocusOut: true });
  return picked?.id;
}

/** The date of the sentence or none; '' for none. */
async function pickDate({ date }: FactChoices): Promise<string | undefined> {
  if (date === undefined) return '';
  const items = [
    { label: `on ${date.value}`, description: `from the sentence: ${plain(quoted(date.text))}`, on: date.value },
    { label: 'No date', on: '' },
  ];
  const picked = await window.showQuickPick(items, { title: 'When does it hold?', ignoreFocusOut: true });
  return picked?.on;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function toVscode(document: TextDocument, { start, end }: Range): VscodeRange {
  return document.validateRange(new VscodeRange(start.line, start.character, end.line, end.character));
}
