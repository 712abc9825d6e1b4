import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAll } from '../../server/src/annotations/place.ts';
import { readSidecar } from '../../server/src/annotations/sidecar.ts';
import { placeEdit } from '../../server/src/edits/place-annotation.ts';
import { reanchorEdit } from '../../server/src/edits/reanchor.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import type { Span } from '../../server/src/text/span.ts';
import { anySidecar, spanIn } from '../support/sidecars.ts';

const TEXT = 'Li Wei met Bo Chen in Paris. Then Bo Chen left Paris for Rome.';

/** A position, the id of a text, or both, in each style. */
const POSITION_OR_TEXT = /^(?:(?:\d+)?(?:,?\s*"?text"?: )?"?(?:t\d+|0ld)?"?,?)?$/;

function span(words: string, text = TEXT): Span {
  return { start: text.indexOf(words), end: text.indexOf(words) + words.length };
}

function put(sidecar: string, id: string, words: string | readonly string[], textId = 'now'): string {
  const spans = [words].flat().map((each) => span(each));
  const result = placeEdit({ text: TEXT, textId, sidecar, id, spans });
  return 'problem' in result ? `! ${result.problem}` : applyEdits(sidecar, result.edits);
}

describe('an annotation is put on another place', () => {
  test('quote, position and context are written, and all else of the file stays as it is', () => {
    const sidecar = `# mine
seedmark: 1
text: now # as it is
annotations:
  - id: a1
    type: person # a man
    quote: Wei Li   # as they wrote it
    at: 99
    before: "old "
    after: ' old'
    mine: [x, y]
    note: |
      some
        words
    by: [Ann]
  - {id: b2, type: place, quote: Paris, at: 22}
`;
    expect(put(sidecar, 'a1', 'Li Wei')).toBe(
      sidecar
        .replace('Wei Li ', 'Li Wei ')
        .replace('at: 99', 'at: 0')
        .replace('"old "', '""')
        .replace("' old'", '" met Bo Chen"'),
    );
    expect(put(sidecar, 'b2', 'Rome')).toBe(
      sidecar.replace('quote: Paris, at: 22', 'quote: Rome, at: 57, before: "left Paris for ", after: "."'),
    );
  });

  test('what is missing comes behind the quote; line ends are those of the file', () => {
    const sidecar = 'text: now\r\nannotations:\r\n- id: a1\r\n  type: place\r\n  quote: Lyon\r\n';
    expect(put(sidecar, 'a1', 'Rome')).toBe(
      sidecar.replace('Lyon\r\n', 'Rome\r\n  at: 57\r\n  before: "left Paris for "\r\n  after: "."\r\n'),
    );
  });

  test('JSON stays JSON', () => {
    const sidecar = '{"text": "now", "annotations": [{"id": "a1", "type": "place", "quote": "Lyon", "at": 4}]}';
    expect(JSON.parse(put(sidecar, 'a1', 'Rome'))).toEqual({
      text: 'now',
      annotations: [{ id: 'a1', type: 'place', quote: 'Rome', at: 57, before: 'left Paris for ', after: '.' }],
    });
  });

  test('in a text that has changed the others are brought up to it, and a text of its own goes', () => {
    const sidecar = `text: then
annotations:
  - id: a1
    type: person
    quote: Wei Li
    at: 3
    text: before
  - id: b2
    type: place
    quote: Rome
    at: 3
    before: "left Paris for "
  - id: c3
    type: place
    quote: Lyon
    at: 8
`;
    expect(put(sidecar, 'a1', 'Li Wei')).toBe(
      sidecar
        .replace('text: then', 'text: now')
        .replace('Wei Li\n    at: 3\n    text: before\n', 'Li Wei\n    at: 0\n    after: " met Bo Chen"\n')
        .replace('Rome\n    at: 3', 'Rome\n    at: 57')
        .replace('Lyon\n    at: 8', 'Lyon\n    at: 8\n    text: then'),
    );
  });

  test('parts', () => {
    const sidecar = 'text: now\nannotations:\n  - id: a1\n    type: person\n    quote: [Li, Chen]\n    at: 4\n';
    expect(put(sidecar, 'a1', ['Li', 'Chen'])).toContain(
      'quote: [Li, Chen]\n    at: 0\n    after: " in Paris. Then"\n',
    );
    expect(put(sidecar, 'a1', 'Li Wei')).toContain('quote: Li Wei\n    at: 0\n');
  });

  test.each([
    ['an id that is not there', 'annotations: []\n', 'a1', '! There is no annotation with the id "a1"'],
    [
      'an id that is there twice',
      'annotations:\n  - {id: a1, type: x, quote: y}\n  - {id: a1, type: x, quote: z}\n',
      'a1',
      '! Two annotations have the id "a1". Give one of them another id in the annotations file, then place again.',
    ],
    [
      'an alias',
      'mine: &x {id: a1, type: x, quote: y}\nannotations:\n  - *x\n',
      'a1',
      '! The annotation “y” stands here through an alias.',
    ],
    ['an entry without an id', 'annotations:\n  - {type: x, quote: y}\n', '#1', '! This entry has no id'],
    ['a damaged file', 'annotations:\n  - {id: a1, type: x, quote: y\n', 'a1', '! The annotations file is damaged'],
  ])('%s is refused', (_, sidecar, id, problem) => expect(put(sidecar, id, 'Rome')).toContain(problem));

  test('nothing selected is refused', () => {
    const result = placeEdit({ text: TEXT, textId: 'now', sidecar: 'annotations: []\n', id: 'a1', spans: [] });
    expect(result).toEqual({ problem: expect.stringContaining('Nothing is selected') });
  });

  test('into any file: it is placed there, every other byte stays', () => {
    let written = 0;
    fc.assert(
      fc.property(anySidecar, fc.nat(), fc.nat(), fc.nat(), ({ body, sidecar }, which, a, b) => {
        const { annotations } = readSidecar(sidecar).sidecar;
        const annotation = annotations[which % Math.max(1, annotations.length)];
        if (annotation === undefined) return;
        const target = spanIn(body, a, b);
        const input = { text: body, textId: 't0', sidecar, id: annotation.id, spans: [target] };
        const result = placeEdit(input);
        if ('problem' in result) {
          expect(result.problem).not.toBe('');
          return;
        }
        written++;
        const after = applyEdits(sidecar, result.edits);
        const read = readSidecar(after).sidecar;
        const [placed] = placeAll(
          { ...read, annotations: read.annotations.filter(({ id }) => id === annotation.id) },
          body,
          {
            textId: 't0',
          },
        );
        expect(placed?.state).toBe('exact');
        // A line end is one character.
        const [at = { start: 0, end: 0 }] = placed?.spans ?? [];
        expect(body.slice(at.start, at.end).trim()).toBe(body.slice(target.start, target.end).trim());
        expect(at.start <= target.start && target.end <= at.end).toBe(true);
        // Outside of the entry nothing but positions and ids of texts.
        const { span: own } = annotation;
        for (const { start, end, newText } of result.edits) {
          if (start >= own.start && start <= own.end + 2) continue;
          expect(sidecar.slice(start, end).trim()).toMatch(POSITION_OR_TEXT);
          expect(newText.trim()).toMatch(/^(?:\d+|"?t0"?|text: "?t\d+"?|, "?text"?: "?t\d+"?,?)?$/);
        }
        const again = placeEdit({ ...input, sidecar: after });
        expect(again).toEqual({ edits: [] });
      }),
      { numRuns: 200 },
    );
    expect(written).toBeGreaterThan(80);
  });
});

describe('positions are brought up to a text', () => {
  test('into any file: only positions and ids of texts, and a second time nothing', () => {
    let written = 0;
    fc.assert(
      fc.property(anySidecar, fc.constantFrom('New. ', 'X\r\n', '😀'), ({ body, sidecar }, front) => {
        const text = front + body;
        const result = reanchorEdit({ text, textId: 't9', sidecar });
        if ('problem' in result) {
          expect(result.problem).not.toBe('');
          return;
        }
        if (result.edits.length > 0) written++;
        for (const { start, end, newText } of result.edits) {
          expect(sidecar.slice(start, end).trim()).toMatch(POSITION_OR_TEXT);
          expect(newText.trim()).toMatch(/^(?:\d+|"?t9"?|"?text"?: "?t\d+"?,?|, "?text"?: "?t\d+"?)?$/);
        }
        const after = applyEdits(sidecar, result.edits);
        expect(reanchorEdit({ text, textId: 't9', sidecar: after })).toEqual({ edits: [] });
      }),
      { numRuns: 200 },
    );
    expect(written).toBeGreaterThan(80);
  });
});
