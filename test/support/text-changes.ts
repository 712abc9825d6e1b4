import fc from 'fast-check';

/** A change of a text that does not know what stands in it: numbers that become places in any text. */
export interface TextChange {
  readonly at: number;
  readonly length: number;
  readonly kind: 'type' | 'cut' | 'line out' | 'line twice' | 'line in' | 'lines out' | 'indent';
  readonly words: string;
}

/** Pieces that mean something in YAML, or in a sidecar. */
const PIECES = [
  ...[
    'x',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\ufeff',
    '\u0002',
    '\u2028',
    '😀',
    '"',
    "'",
    '#',
    ' # c',
    ': ',
    ':',
    ',',
    '- ',
  ],
  ...[
    '|',
    '>-',
    '|+',
    '|2',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!t ',
    '? ',
    '%',
    '---',
    '...',
    '\n---\n',
    '\n...\n',
    '~',
  ],
];
const LINES = [
  ...[
    '  - id: b1',
    '- id: b1',
    '    - id: b1',
    '  -',
    '  - ~',
    '  - text',
    '  - - x',
    '  - {id: b2, type: place, quote: Rome}',
  ],
  ...['  - id: b3\n    type: person\n    quote: Li Wei\n    at: 3', '    type: person', '    note: |', '    note: >+'],
  ...[
    '        words',
    '',
    '   ',
    '# top',
    '  # beside',
    '      # deep',
    '    attributes: {role: seat}',
    '    at:',
    '    id: a0',
  ],
  ...['relations:', 'accepted:', 'annotations:', 'text: t1', 'seedmark: 1', '"k": v', '? k', 'k', ': v', '---', '...'],
  ...[
    '    quote: "two',
    '    lines"',
    "    quote: 'a",
    '    by: &n [Ann]',
    '    by: *n',
    '    quote: words',
    '      go on',
    '%YAML 1.2',
  ],
  ...[
    '  - id: r2\n    type: owns\n    from: a0\n    to: a1',
    '  - code: impossible-date\n    quote: x',
    '<<<<<<< x',
    '=======',
  ],
];

export const textChange: fc.Arbitrary<TextChange> = fc.record({
  at: fc.nat(),
  length: fc.nat(30),
  kind: fc.constantFrom('type', 'type', 'cut', 'line out', 'line twice', 'line in', 'line in', 'lines out', 'indent'),
  words: fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...LINES)),
});

export function changed(text: string, { at, length, kind, words }: TextChange): string {
  const place = at % (text.length + 1);
  if (kind === 'type') return text.slice(0, place) + words + text.slice(place);
  if (kind === 'cut') return text.slice(0, place) + text.slice(place + length);
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const index = at % lines.length;
  const line = lines[index] ?? '';
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const instead = {
    'line out': [],
    'line twice': [line, line],
    'line in': [words.replaceAll('\n', end) + end, line],
    'lines out': [],
    indent: [length % 2 === 0 ? ` ${line}` : line.replace(/^ /, '')],
  }[kind];
  return lines.toSpliced(index, kind === 'lines out' ? 1 + (length % 8) : 1, ...instead).join('');
}
