import type { Suggestion, TypeChoice } from '../../../server/src/protocol.ts';
import type { KeyRow } from '../commands/letters.ts';
import { count, plain, quoted } from '../commands/words.ts';
import type { Order, ReviewSession } from './session.ts';

/** What a key of the review does. */
export type Action =
  | 'accept'
  | 'acceptAll'
  | 'reject'
  | 'rejectEverywhere'
  | 'type'
  | 'link'
  | 'note'
  | 'wider'
  | 'widerInFront'
  | 'narrower'
  | 'narrowerInFront'
  | 'skip'
  | 'back'
  | 'undo'
  | 'order'
  | 'again'
  | 'leave';

/**
 * The rows for the present suggestion, what is done most first. The same ones for every suggestion as far as can be, so that
 * none moves while keys are pressed.
 *
 * @param sentence the words as they stand in the text: the list may cover them there.
 */
export function rowsFor(session: ReviewSession, sentence: string): readonly KeyRow<Action>[] {
  const { current, progress } = session;
  if (current === undefined) return endRows(session);
  const rows: KeyRow<Action>[] = [
    {
      ...row('accept', 'a', `Accept as ${current.label}`, whatIsKnown(session.text, current)),
      ...(sentence === '' ? {} : { detail: plain(sentence) }),
    },
  ];
  const alike = session.alike().length;
  const all = alike > 1 ? `${alike} in this document` : 'There is only this one';
  rows.push(row('acceptAll', 'e', `Accept all of ${quoted(current.name, 30)}`, all));
  rows.push(row('reject', 'r', 'Reject', `${quoted(session.text, 30)} is no ${current.label.toLowerCase()} here`));
  if (current.id === undefined)
    rows.push(row('rejectEverywhere', 'x', 'Reject everywhere', 'Nor anywhere else in this document'));
  rows.push(row('type', 't', 'Another type…'));
  rows.push(row('link', 'l', 'Link to entity…', current.entityName && `Instead of ${quoted(current.entityName, 30)}`));
  rows.push(row('note', 'n', 'Accept with a note…'));
  rows.push({ ...row('skip', 'j', 'Skip', 'Space does it, too'), space: true });
  if (session.canUndo) rows.push(row('undo', 'u', 'Undo the last decision'));
  if (session.canGoBack) rows.push(row('back', 'k', 'Back'));
  if (current.id === undefined) {
    rows.push(row('wider', 'w', 'Wider', 'Takes in the next word'));
    rows.push(row('widerInFront', 'f', 'Wider in front', 'Takes in the word before'));
    rows.push(row('narrower', 's', 'Shorter', 'Drops the last word'));
    rows.push(row('narrowerInFront', 'd', 'Shorter in front', 'Drops the first word'));
  }
  if (progress.total > 1) rows.push(row('order', 'o', `Order: ${ORDERS[session.order]}`));
  return rows;
}

function endRows(session: ReviewSession): readonly KeyRow<Action>[] {
  const { skipped } = session.progress;
  const rows: KeyRow<Action>[] = [];
  if (skipped > 0) rows.push(row('again', 'g', `Go through ${count(skipped, 'skipped suggestion')}`));
  if (session.canUndo) rows.push(row('undo', 'u', 'Undo the last decision'));
  return [...rows, row('leave', 'q', 'Done')];
}

/** One row a type, with its own letter. */
export function typeRows(types: readonly TypeChoice[], current: string): readonly KeyRow<string>[] {
  return types
    .filter(({ id }) => id !== current)
    .map(({ id, key, label, description }) => ({
      id,
      key,
      label: labelled(key, label),
      description: plain(description),
    }));
}

export function titleFor(session: ReviewSession): string {
  const { current, progress } = session;
  const { decided, total, skipped } = progress;
  const where = `${decided} of ${total} decided${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return current === undefined ? `Review: ${where}` : plain(`${current.label}? ${quoted(session.text)} · ${where}`);
}

/** The reason at hand: who suggests it. */
export function reasonFor({ current }: ReviewSession): string {
  if (current === undefined) return 'That was the last one.';
  return `Suggested ${current.reason.replace(/^suggested /, '')}. Press a letter; Escape leaves.`;
}

const ORDERS: Readonly<Record<Order, string>> = {
  text: 'as in the text',
  surest: 'the surest first',
  doubtful: 'the most doubtful first',
};

/** What it is accepted as besides its type; of other words than those suggested that is not known. */
function whatIsKnown(text: string, { value, entityName, entityDescription, text: suggested }: Suggestion): string {
  if (text !== suggested) return '';
  const entity = [entityName, entityDescription].filter((part) => part !== undefined && part !== '').join(', ');
  return entity === '' ? (value ?? '') : entity;
}

function row(id: Action, key: string, label: string, description?: string): KeyRow<Action> {
  return {
    id,
    key,
    label: labelled(key, label),
    ...(description === undefined || description === '' ? {} : { description: plain(description) }),
  };
}

function labelled(key: string, label: string): string {
  return `${plain(key.toUpperCase())}  ${plain(label)}`;
}
