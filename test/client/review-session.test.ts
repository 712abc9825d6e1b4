import { describe, expect, test } from 'vitest';
import { rowsFor, titleFor } from '../../client/src/review/rows.ts';
import { ReviewSession } from '../../client/src/review/session.ts';
import type { Suggestion } from '../../server/src/protocol.ts';

/** Suggestions one a line, from `text type score`. */
function suggestions(...lines: readonly string[]): Suggestion[] {
  return lines.map((line, index) => {
    const [text = '', type = '', score = '0.9', id] = line.split(' ');
    const range = { start: { line: index, character: 0 }, end: { line: index, character: text.length } };
    const common = { range, text, type, label: type, color: type, reason: 'by rule', name: text };
    return { ...common, evidence: 'rule', score: Number(score), group: `${type} ${text}`, ...(id ? { id } : {}) };
  });
}

const FIVE = suggestions('Li person 0.9', 'Rome place 0.6', 'Li person 0.8', 'Li group 0.7', 'Bo person 0.99 b1');

function walk(session: ReviewSession): string {
  const { current, progress } = session;
  return `${current?.text ?? '-'} ${current?.type ?? '-'} ${progress.decided}/${progress.total}`;
}

describe('a walk through suggestions', () => {
  test('one decision after another, in the order of the text', () => {
    const session = new ReviewSession(FIVE);
    expect(walk(session)).toBe('Li person 0/5');
    expect(session.accept()).toEqual({
      suggestions: [FIVE[0]],
      targets: [{ ranges: [FIVE[0]?.range], type: 'person' }],
      change: { status: 'confirmed' },
    });
    expect(walk(session)).toBe('Rome place 1/5');
    expect(session.reject()?.change).toEqual({ status: 'rejected' });
    expect(session.accept({ type: 'place' })?.change).toEqual({ status: 'confirmed', type: 'place' });
    expect(session.accept({ entity: 'li', note: 'n' })?.change).toEqual({
      status: 'confirmed',
      entity: 'li',
      note: 'n',
    });
    expect(walk(session)).toBe('Bo person 4/5');
    expect(session.accept()?.targets).toEqual([{ id: 'b1' }]);
    expect(walk(session)).toBe('- - 5/5');
    expect(session.accept()).toBeUndefined();
  });

  test('all of the same entity at once', () => {
    const session = new ReviewSession(FIVE);
    expect(session.alike()).toHaveLength(2);
    expect(session.accept({ all: true })?.targets).toHaveLength(2);
    expect(walk(session)).toBe('Rome place 2/5');
  });

  test('a rejection everywhere is one entry, and decides all of the same words and type', () => {
    const session = new ReviewSession(FIVE);
    const decision = session.reject({ everywhere: true });
    expect(decision?.targets).toHaveLength(1);
    expect(decision?.change).toEqual({ status: 'rejected', everywhere: true });
    expect(session.progress.decided).toBe(2);
    session.accept();
    expect(walk(session)).toBe('Li group 3/5');
  });

  test('skipping, going back, and what was skipped again', () => {
    const session = new ReviewSession(FIVE);
    session.skip();
    session.skip();
    session.accept();
    expect(walk(session)).toBe('Li group 1/5');
    session.back();
    expect(walk(session)).toBe('Rome place 1/5');
    session.back();
    expect(walk(session)).toBe('Li person 1/5');
    for (let i = 0; i < 4; i++) session.skip();
    expect(walk(session)).toBe('- - 1/5');
    session.again();
    expect(walk(session)).toBe('Li person 1/5');
  });

  test('undo goes to what was decided last', () => {
    const session = new ReviewSession(FIVE);
    session.accept();
    session.accept({ all: true });
    const decision = session.undo();
    expect(decision?.suggestions.map(({ text }) => text)).toEqual(['Rome']);
    expect(walk(session)).toBe('Rome place 1/5');
    session.undo();
    expect(walk(session)).toBe('Li person 0/5');
    expect(session.undo()).toBeUndefined();
  });

  test('by how sure they are', () => {
    const session = new ReviewSession(FIVE);
    session.nextOrder();
    expect(walk(session)).toBe('Bo person 0/5');
    session.nextOrder();
    expect(walk(session)).toBe('Rome place 0/5');
    session.accept();
    expect(walk(session)).toBe('Li group 1/5');
  });

  test('begins where it is told, and from the end on goes to what was passed over', () => {
    const session = new ReviewSession(FIVE, { line: 3, character: 1 });
    expect(walk(session)).toBe('Bo person 0/5');
    session.accept();
    expect(walk(session)).toBe('Li person 1/5');
    expect(walk(new ReviewSession(FIVE, { line: 9, character: 0 }))).toBe('Li person 0/5');
  });

  test('other words than those suggested are annotated without what was worked out of those', () => {
    const [one] = suggestions('Monday date');
    const session = new ReviewSession(one ? [{ ...one, attributes: { value: '2021' }, entity: 'x' }] : []);
    const wider = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
    session.resize(wider, 'Monday x');
    expect(session.text).toBe('Monday x');
    expect(session.range).toEqual(wider);
    expect(session.accept()?.targets).toEqual([{ ranges: [wider], type: 'date' }]);
  });
});

test('a rejection everywhere is of the words that were suggested', () => {
  const session = new ReviewSession(FIVE);
  const wider = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
  session.resize(wider, 'Li and so');
  expect(session.reject({ everywhere: true })?.targets).toEqual([{ ranges: [FIVE[0]?.range], type: 'person' }]);
});

describe('the rows', () => {
  const keys = (session: ReviewSession) => rowsFor(session, '').map(({ key }) => key);

  test('no two have the same key', () => {
    const session = new ReviewSession(FIVE);
    session.accept();
    session.skip();
    const all = rowsFor(session, '');
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(12);
  });

  test('what is done most stays where it is, whatever is suggested', () => {
    const session = new ReviewSession(FIVE);
    const first = keys(session).slice(0, 8);
    expect(first.join('')).toBe('aerxtlnj');
    session.accept({ all: true });
    expect(keys(session).slice(0, 8)).toEqual(first);
  });

  test('what it is accepted as, and its sentence', () => {
    const [one] = suggestions('Monday date');
    const session = new ReviewSession(one ? [{ ...one, value: '2021-07-05' }] : []);
    const accept = () => rowsFor(session, 'on ‹Monday›')[0];
    expect(accept()).toEqual({
      id: 'accept',
      key: 'a',
      label: 'A  Accept as date',
      description: '2021-07-05',
      detail: 'on ‹Monday›',
    });
    session.resize({ start: { line: 0, character: 0 }, end: { line: 0, character: 9 } }, 'Monday x');
    expect(accept()?.description).toBeUndefined();
  });

  test('undo and back are there when they can be done', () => {
    const session = new ReviewSession(FIVE);
    expect(keys(session)).not.toContain('u');
    expect(keys(session)).not.toContain('k');
    session.accept();
    expect(keys(session)).toContain('u');
    session.skip();
    expect(keys(session)).toContain('k');
  });

  test('text from files is no icon', () => {
    const [evil] = suggestions('$(zap) person');
    const session = new ReviewSession(evil ? [evil] : []);
    expect(titleFor(session)).not.toMatch(/(?<!\\)\$\(/);
    for (const { label, description = '', detail = '' } of rowsFor(session, '‹$(zap)›'))
      expect(label + description + detail).not.toMatch(/(?<!\\)\$\(/);
  });
});
