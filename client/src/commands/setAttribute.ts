import { type QuickPickItem, window } from 'vscode';
import type { AttributeChoice, Target, TypeChoice } from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { tell } from '../messages.ts';
import { type Acted, type ChangeNeeds, changeAll, findActed, withTypes } from './acted.ts';
import { readAttribute } from './annotationArgument.ts';
import { plain, plainLine, quoted, quotedList } from './words.ts';

interface AttributeItem extends QuickPickItem {
  readonly attribute: AttributeChoice;
}

/**
 * "Set Attribute…": one of those that the type of the annotations has. An argument `{ name, value, ids?, ranges?, uri? }`
 * answers beforehand; '' takes it away.
 */
export async function setAttribute(needs: ChangeNeeds, argument: unknown): Promise<void> {
  const acted = await findActed(needs.server, argument);
  if (acted === undefined) return;
  const said = readAttribute(argument) ?? (await ask(acted));
  if (said === undefined) return;
  const { name, value } = said;
  const words = quotedList(acted.targets.map(({ text }) => text));
  await withTypes(acted, async (all) => {
    if (!(await changeAll(needs, acted, all, { attributes: { [name]: value } }))) return;
    announce(value === '' ? `${words} has no ${name} now` : `${name} of ${words} is ${quoted(value)} now`);
  });
}

async function ask({ targets, types }: Acted): Promise<{ readonly name: string; readonly value: string } | undefined> {
  const attributes = common(targets, types);
  if (attributes.length === 0) {
    tell({
      problem:
        'Annotations of this type have no attributes. Name some under “attributes:” of the type in seedmark.yaml, then try again.',
    });
    return undefined;
  }
  const presentOf = (id: string) => {
    const values = new Set(
      targets.map(({ annotation, attributes: own }) => (annotation?.attributes ?? own)?.[id] ?? ''),
    );
    return values.size === 1 ? ([...values][0] ?? '') : '';
  };
  const items = attributes.map(
    (attribute): AttributeItem => ({
      attribute,
      label: plain(attribute.label),
      description: plain(presentOf(attribute.id)),
      ...(attribute.description === undefined ? {} : { detail: plain(attribute.description) }),
    }),
  );
  const words = quotedList(targets.map(({ text }) => text));
  const title = `Attribute of ${plain(words)}`;
  const item = await window.showQuickPick(items, { title, placeHolder: 'Which attribute?', ignoreFocusOut: true });
  if (item === undefined) return undefined;
  const { id, label, values } = item.attribute;
  const value =
    values === undefined
      ? await askText(label, words, presentOf(id))
      : await askValue(label, words, values, presentOf(id));
  return value === undefined ? undefined : { name: id, value };
}

function askText(label: string, words: string, value: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: plainLine(`${label}: ${words}`),
    value,
    placeHolder: 'Its value',
    ...(value === '' ? {} : { prompt: 'Leave it empty to take the attribute away.' }),
    ignoreFocusOut: true,
  });
}

async function askValue(
  label: string,
  words: string,
  values: readonly string[],
  present: string,
): Promise<string | undefined> {
  const items = values.map((value) => ({
    value,
    label: plain(value),
    description: value === present ? 'its value now' : '',
  }));
  const none = present === '' ? [] : [{ value: '', label: '$(close) None', description: '' }];
  const item = await window.showQuickPick([...items, ...none], {
    title: `${plain(label)}: ${plain(words)}`,
    placeHolder: 'Which value?',
    ignoreFocusOut: true,
  });
  return item?.value;
}

/** The attributes that all of their types have. */
function common(targets: readonly Target[], types: readonly TypeChoice[]): readonly AttributeChoice[] {
  const lists = targets.map(({ annotation, type }) => {
    const own = annotation?.type ?? type;
    return types.find(({ id }) => id === own)?.attributes ?? [];
  });
  const [first = [], ...rest] = lists;
  return first.filter(({ id }) => rest.every((list) => list.some((one) => one.id === id)));
}
