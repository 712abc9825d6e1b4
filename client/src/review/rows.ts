import type { Resized, Suggestion, TypeChoice } from '../../../server/src/protocol.ts';
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

/** The rows for the present suggestion, what is done most first. */
export function rowsFor(session: ReviewSession, resized: Resized | undefined): readonly KeyRow<Action>[] {
  const { current, progress } = session;
  if (current === undefined) return endRows(session);
  const rows: KeyRow<Action>[] = [row('accept', 'a', `Accept as ${current.label}`, whatIsKnown(session.text, current))];
  const alike = session.alike().length;
  if (alike > 1)
    rows.push(
      row('acceptAll', 'e', `Accept all ${alike} of ${quoted(current.name, 30)}`, 'Every one in this document'),
    );
  rows.push(row('reject', 'r', 'Reject', `${quoted(session.text, 30)} is no ${current.label.toLowerCase()} here`));
  if (current.id === undefined)
    rows.push(row('rejectEverywhere', 'x', 'Reject everywhere', 'Nor anywhere else in this document'));
  rows.push(row('type', 't', 'Another type…'));
  rows.push(row('link', 'l', 'Link to entity…', current.entityName && `Now ${quoted(current.entityName, 30)}`));
  rows.push(row('note', 'n', 'Accept with a note…'));
  if (current.id === undefined) {
    if (resized?.wider) rows.push(row('wider', 'w', 'Wider', 'One word more'));
    if (resized?.widerInFront) rows.push(row('widerInFront', 'f', 'Wider in front'));
    if (resized?.narrower) rows.push(row('narrower', 's', 'Shorter', 'One word less'));
    if (resized?.narrowerInFront) rows.push(row('narrowerInFront', 'd', 'Drop the first word'));
  }
  rows.push(row('skip', 'j', 'Skip', 'Space does it, too'));
  if (session.canGoBack) rows.push(row('back', 'k', 'Back'));
  if (session.canUndo) rows.push(row('undo', 'u', 'Undo the last decision'));
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

/** The reason at hand: who suggests it, and what it is taken for. */
export function reasonFor({ current }: ReviewSession): string {
  if (current === undefined) return 'That was the last one.';
  const { reason, entityName, entityDescription, name, text } = current;
  const parts = [`Suggested ${reason.replace(/^suggested /, '')}`];
  if (entityName !== undefined)
    parts.push([entityName, entityDescription].filter((part) => part !== undefined).join(', '));
  else if (name !== text) parts.push(`in full ${quoted(name, 40)}`);
  return `${parts.join(' · ')}. Press a letter; Escape leaves.`;
}

const ORDERS: Readonly<Record<Order, string>> = {
  text: 'as in the text',
  surest: 'the surest first',
  doubtful: 'the most doubtful first',
};

function whatIsKnown(text: string, { value, reason, text: suggested }: Suggestion): string {
  const what = quoted(text, 40);
  return value === undefined || text !== suggested ? `${what}, ${reason}` : `${what}, ${value}`;
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
