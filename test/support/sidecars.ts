import fc from 'fast-check';
import { describe } from '../../server/src/annotations/describe.ts';
import { readSidecar } from '../../server/src/annotations/sidecar.ts';
import type { Span } from '../../server/src/text/span.ts';

const words = ['Li Wei', 'Bo Chen', 'Paris', 'Rome', 'met', 'Then', 'left', 'no', '😀', '漢字', 'on'];
const text = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '\n', '\r\n', ', ', '. ', ': ')), {
    minLength: 3,
    maxLength: 40,
  })
  .map((pairs) => pairs.flat().join(''));

/** A span of whole characters from two numbers. */
export const spanIn = (body: string, a: number, b: number): Span => {
  const edge = (at: number) =>
    /[\udc00-\udfff]/.test(body[at] ?? '') || body.slice(at - 1, at + 1) === '\r\n' ? at + 1 : at;
  const start = Math.min(edge(a % body.length), body.length - 1);
  return { start, end: edge(Math.min(body.length, start + 1 + (b % 12))) };
};

interface Shape {
  readonly a: number;
  readonly b: number;
  readonly style: string;
  readonly comment: string;
  readonly extra: string;
  readonly lost: boolean;
  readonly at: boolean;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  a: fc.nat(),
  b: fc.nat(),
  style: fc.constantFrom('block', 'block', 'dash', 'brace', 'wide'),
  comment: fc.constantFrom('', '', 'above', 'inside', 'below', 'deep', 'blank'),
  extra: fc.constantFrom(
    '',
    'note: plain words',
    'note: |',
    'note: |+',
    'note: >-',
    'mine: {x: [1, 2]}',
    'by: &NN [Ann]',
    'by: [*NN]',
    'note: "two\\nlines"',
    'empty:',
    'text: 0ld',
  ),
  lost: fc.constantFrom(false, false, false, true),
  at: fc.boolean(),
});

/** A text and a sidecar for it: in all styles, with comments, anchors, unknown keys and damage that can be read. */
export const anySidecar = fc
  .record({
    body: text,
    shapes: fc.array(shape, { maxLength: 6 }),
    column: fc.nat(4),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    final: fc.boolean(),
    bom: fc.boolean(),
    flow: fc.constantFrom(false, false, true),
    key: fc.constantFrom('annotations:', '"annotations":', 'annotations: # all', 'annotations: &list'),
    head: fc.constantFrom('seedmark: 1', '# head', '---', 'unknown: {a: b}', '%YAML 1.2\n---'),
    tail: fc.constantFrom('', 'relations: []', '# tail', 'relations:\n  - id: r1\n    from: a0', '\n\n', '...'),
    textId: fc.constantFrom('text: t0', 'text: "t0"', 'text: t1', '', 'text:'),
  })
  .map((input) => {
    const { body, shapes, column, flow } = input;
    const normal = body.replace(/\r\n?/g, '\n');
    const pad = ' '.repeat(column);
    let anchored = false;
    const entries = shapes.map(({ a, b, style, comment, extra, lost, at }, index) => {
      const target = spanIn(normal, a, b);
      const where = describe(normal, [target]);
      const quote = JSON.stringify(lost ? 'nowhere at all' : where.quote[0]);
      const pairs = [`id: a${index}`, 'type: person', `quote: ${quote}`, `before: ${JSON.stringify(where.before)}`];
      if (at) pairs.push(`at: ${where.at}`);
      if (extra === 'by: [*NN]' ? anchored : extra !== '') {
        const block = /^note: [|>]/.test(extra) && style !== 'brace' && !flow;
        if (block || !/^note: [|>]/.test(extra))
          pairs.push(block ? `${extra}\n${pad}        some\n\n${pad}        words\n` : extra);
        if (extra.includes('&NN')) anchored = true;
      }
      if (flow || style === 'brace')
        return { lines: `{${pairs.map((pair) => pair.replace('empty:', 'empty: ""')).join(', ')}}`, comment };
      const gap = style === 'wide' ? 4 : 2;
      const inner = `\n${pad}${' '.repeat(gap)}`;
      const lead = style === 'dash' ? `-${inner}` : `-${' '.repeat(gap - 1)}`;
      return { lines: lead + pairs.join(comment === 'inside' ? `${inner}# inside${inner}` : inner), comment };
    });
    let list = '';
    if (flow)
      list = ` [${entries.map(({ lines, comment }) => (comment === 'above' ? `\n  ${lines}` : lines)).join(', ')}]`;
    else if (entries.length === 0) list = ' []';
    else {
      for (const { lines, comment } of entries) {
        if (comment === 'above') list += `\n${pad}# above`;
        if (comment === 'blank') list += '\n';
        list += `\n${pad}${lines.startsWith('{') ? '- ' : ''}${lines}`.replace(/\n$/, '');
        if (comment === 'below') list += `\n${pad}# below`;
        if (comment === 'deep') list += `\n${pad}   # deep`;
      }
    }
    const key =
      flow && list.includes('\n')
        ? 'annotations:'
        : list.startsWith(' [')
          ? input.key.replace(' # all', '')
          : input.key;
    let sidecar = [input.head, input.textId, `${key}${list}`, input.tail].filter((part) => part !== '').join('\n');
    if (input.final) sidecar += '\n';
    sidecar = (input.bom ? '\ufeff' : '') + sidecar.replace(/\n/g, input.lineEnd);
    return { body, sidecar };
  })
  .filter(({ sidecar }) => readSidecar(sidecar).sidecar.damaged !== true);

/** What an entry says, but for what a change of the text may rewrite. */
export function said(sidecar: string): string[] {
  return readSidecar(sidecar).sidecar.annotations.map(({ at: _, text: __, attributes, ...all }) => {
    const { span, idSpan, typeSpan, quoteSpan, atSpan, ...rest } = all;
    return JSON.stringify([rest, ...attributes]);
  });
}
