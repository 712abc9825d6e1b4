import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { describe as describeSpan } from '../../server/src/annotations/describe.ts';
import type { Annotation, PlacedAnnotation } from '../../server/src/annotations/types.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import type { Span } from '../../server/src/text/span.ts';
import { LiveAnchors } from '../../server/src/workspace/live-anchors.ts';
import { annotation } from '../support/annotated.ts';

/** A text in an editor, with the places of its annotations followed through every change. */
class Editor {
  lines: TextLines;
  readonly anchors = new LiveAnchors();

  constructor(text: string, spans: readonly (readonly Span[])[]) {
    this.lines = TextLines.from(text);
    const annotations = spans.map((parts, index) => ({ ...annotation(describeSpan(text, parts)), id: `a${index}` }));
    const sidecar = { text: 'own', annotations, relations: [], accepted: [] };
    this.anchors.setSidecar(sidecar, this.lines, { textId: 'own', bases: new Map([['own', text]]) });
  }

  /** One message of an editor: changes, each in the text that the one before left. */
  change(...changes: readonly { readonly start: number; readonly end: number; readonly text: string }[]): void {
    for (const { start, end, text } of changes) {
      const before = this.lines;
      this.lines = before.change(before.positionAt(start), before.positionAt(end), text).lines;
      this.anchors.change(start, end, text, before, this.lines);
    }
    this.anchors.lookAgain(this.lines);
  }

  replace(old: string, text: string): void {
    const start = this.lines.toString().indexOf(old);
    if (start === -1) throw new Error(`“${old}” is not there`);
    this.change({ start, end: start + old.length, text });
  }

  /** The state of an annotation, and the text with its parts in « ». */
  shown(index = 0): string {
    const placed = this.anchors.all(this.lines)[index];
    let result = '';
    let at = 0;
    for (const { start, end } of placed?.spans ?? []) {
      result += `${this.lines.slice(at, start)}«${this.lines.slice(start, end)}»`;
      at = end;
    }
    return at === 0 ? `${placed?.state}` : `${placed?.state} ${result}${this.lines.slice(at, this.lines.length)}`;
  }
}

function on(text: string, ...words: readonly string[]): Editor {
  return new Editor(
    text,
    words.map((word) => [{ start: text.indexOf(word), end: text.indexOf(word) + word.length }]),
  );
}

describe('typing', () => {
  const TEXT = 'The regulator put Kanzhun under review on Monday, it said.';
  test.each<[string, (editor: Editor) => void, string]>([
    ['nothing', () => undefined, 'exact The regulator put «Kanzhun» under review on Monday, it said.'],
    [
      'in front',
      (e) => e.replace('The', 'China’s'),
      'moved China’s regulator put «Kanzhun» under review on Monday, it said.',
    ],
    [
      'right in front',
      (e) => e.replace('Kanzhun', 'old Kanzhun'),
      'moved The regulator put old «Kanzhun» under review on Monday, it said.',
    ],
    [
      'right behind',
      (e) => e.replace('Kanzhun', 'Kanzhun Ltd'),
      'exact The regulator put «Kanzhun» Ltd under review on Monday, it said.',
    ],
    [
      'behind',
      (e) => e.replace('Monday', 'Tuesday'),
      'exact The regulator put «Kanzhun» under review on Tuesday, it said.',
    ],
    [
      'inside',
      (e) => e.replace('Kanzhun', 'Kan-zhun'),
      'fuzzy The regulator put «Kan-zhun» under review on Monday, it said.',
    ],
    [
      'a letter of it',
      (e) => e.replace('Kanzhun', 'Kanshun'),
      'fuzzy The regulator put «Kanshun» under review on Monday, it said.',
    ],
    ['its end', (e) => e.replace('zhun', ''), 'orphaned'],
    [
      'less than half of it',
      (e) => e.replace('hun', ''),
      'fuzzy The regulator put «Kanz» under review on Monday, it said.',
    ],
    ['all of it', (e) => e.replace('Kanzhun', ''), 'orphaned'],
    ['another name in its place', (e) => e.replace('Kanzhun', 'Didi'), 'orphaned'],
    [
      'the same words again, letter by letter',
      (e) => {
        e.replace('Kanzhun ', '');
        for (const letter of 'Kanzhun ') e.change({ start: at(e, 'under'), end: at(e, 'under'), text: letter });
      },
      'exact The regulator put «Kanzhun» under review on Monday, it said.',
    ],
    [
      'its end again, letter by letter',
      (e) => {
        e.replace('zhun', '');
        for (const letter of 'zhun') e.change({ start: at(e, ' under'), end: at(e, ' under'), text: letter });
      },
      'exact The regulator put «Kanzhun» under review on Monday, it said.',
    ],
  ])('%s', (_, edit, expected) => {
    const editor = on(TEXT, 'Kanzhun');
    edit(editor);
    expect(editor.shown()).toBe(expected);
  });

  test('words that were typed anew stay annotated while more is typed behind them', () => {
    const editor = on(TEXT, 'Kanzhun');
    editor.replace('hun under', '');
    for (const letter of 'hun, the owner of Boss Zhipin, under stricter')
      editor.change({ start: at(editor, ' review'), end: at(editor, ' review'), text: letter });
    expect(editor.shown()).toBe(
      'moved The regulator put «Kanzhun», the owner of Boss Zhipin, under stricter review on Monday, it said.',
    );
  });

  test('a sign that gives way to one like it goes as a whole', () => {
    for (const [first, second] of [
      ['😀', '😁'],
      ['𝐀', '🐀'],
    ] as const) {
      const editor = on(`He saw ${first} there.`, `saw ${first}`);
      editor.replace(first, second);
      expect(editor.shown()).toBe(`fuzzy He «saw ${second}» there.`);
    }
  });

  test.each<[string, string, string, string, string]>([
    [
      'the end of a name is written anew',
      'Michael Bloomberg',
      'Bloomberg',
      'Blumberg',
      'fuzzy The «Michael Blumberg» of it.',
    ],
    ['its beginning', 'New York Stock Exchange', 'New York', 'Gotham', 'fuzzy The «Gotham Stock Exchange» of it.'],
    ['a slip is mended by writing the whole word', 'Allibaba', 'Allibaba', 'Alibaba', 'fuzzy The «Alibaba» of it.'],
    [
      'what is written over it and more is not part of it',
      'Kanzhun Limited',
      'Limited of',
      'and',
      'fuzzy The «Kanzhun» and it.',
    ],
  ])('%s, letter by letter', (_, name, old, words, expected) => {
    const text = `The ${name} of it.`;
    const editor = on(text, name);
    let start = text.indexOf(old);
    let end = start + old.length;
    for (const letter of words) {
      editor.change({ start, end, text: letter });
      start++;
      end = start;
    }
    expect(editor.shown()).toBe(expected);
  });

  test('what took its place is where it may belong', () => {
    const editor = on(TEXT, 'Kanzhun');
    editor.replace('Kanzhun', '');
    editor.replace('put ', 'put Boss Zhipin');
    const [placed] = editor.anchors.all(editor.lines);
    expect(placed?.candidates.map(({ spans: [span] }) => span && editor.lines.slice(span.start, span.end))).toEqual([
      'Boss Zhipin',
    ]);
    expect(placed?.region).toEqual({ start: 18, end: 29 });
  });
});

function at(editor: Editor, words: string): number {
  return editor.lines.toString().indexOf(words);
}

describe('passages that go and come', () => {
  const TEXT = [
    'Source: Skynews Published: 2021-07-05',
    '',
    'China’s cyber regulator put Kanzhun under review on Monday, days after Didi.',
    '',
    'The owner of Boss Zhipin listed its shares in New York in June, and they fell at once.',
    '',
    'Analysts had warned that other companies would follow.',
    '',
  ].join('\n');

  test('cut and pasted elsewhere, in one message and in two', () => {
    const sentence = 'The owner of Boss Zhipin listed its shares in New York in June, and they fell at once.\n';
    for (const together of [true, false]) {
      const editor = on(TEXT, 'Boss Zhipin', 'New York');
      const start = TEXT.indexOf(sentence);
      const cut = { start, end: start + sentence.length, text: '' };
      const to = TEXT.indexOf('China’s');
      const paste = { start: to, end: to, text: sentence };
      if (together) editor.change(cut, paste);
      else {
        editor.change(cut);
        expect(editor.shown()).toBe('orphaned');
        editor.change(paste);
      }
      expect(editor.shown(0)).toContain('moved');
      expect(editor.shown(0)).toContain('The owner of «Boss Zhipin» listed');
      expect(editor.shown(1)).toContain('shares in «New York» in June');
    }
  });

  test('a line that an editor moves over another, which it writes below before it takes it away', () => {
    const line = 'Kanzhun fell hard on Monday after its owner was named by the regulator.';
    const other = 'Investors were not surprised at all, since they had been told.';
    const text = `One.\n${line}\n${other}\nThe end.\n`;
    const editor = on(text, 'Kanzhun', 'Monday');
    const from = text.indexOf(line);
    const to = text.indexOf('\nThe end');
    editor.change({ start: to, end: to, text: `\n${line}` }, { start: from, end: from + line.length + 1, text: '' });
    const moved = `One.\n${other}\n${line}\nThe end.\n`;
    expect(editor.shown(0)).toBe(`moved ${moved.replace('Kanzhun', '«Kanzhun»')}`);
    expect(editor.shown(1)).toBe(`moved ${moved.replace('Monday', '«Monday»')}`);
  });

  test('short lines, and names alone, go where they are cut and pasted to, or moved to', () => {
    const text = 'One.\nKanzhun fell.\nTwo and a half.\nThree.\n';
    const cut = { start: 5, end: 19, text: '' };
    const paste = (at: number) => ({ start: at, end: at, text: 'Kanzhun fell.\n' });
    const moved = 'moved One.\nTwo and a half.\n«Kanzhun» fell.\nThree.\n';
    const apart = on(text, 'Kanzhun');
    apart.change(cut);
    expect(apart.shown()).toBe('orphaned');
    apart.change(paste(21));
    expect(apart.shown()).toBe(moved);
    const together = on(text, 'Kanzhun');
    together.change(cut, paste(21));
    expect(together.shown()).toBe(moved);
    // As "Move Line Down" does it.
    const written = on(text, 'Kanzhun');
    written.change(paste(35), cut);
    expect(written.shown()).toBe(moved);
    const name = on('The owner of Kanzhun fell and the rest rose.', 'Kanzhun');
    name.change({ start: 13, end: 20, text: '' });
    name.change({ start: 32, end: 32, text: 'Kanzhun ' });
    expect(name.shown()).toBe('moved The owner of  fell and the rest «Kanzhun» rose.');
  });

  test('the same name that is written later is another', () => {
    const editor = on('The owner of Kanzhun fell and the rest rose.', 'Kanzhun');
    editor.change({ start: 13, end: 20, text: '' });
    editor.replace('The', 'An');
    editor.change({ start: 30, end: 30, text: 'Kanzhun ' });
    expect(editor.shown()).toBe('orphaned');
  });

  test('words that come back with their passage are no longer changed', () => {
    const text = `${TEXT}The end.\n`;
    const editor = on(text, 'Boss Zhipin');
    const broken = text.replaceAll(' ', '\n');
    editor.change({ start: 0, end: text.length, text: broken });
    expect(editor.shown()).toContain('fuzzy');
    editor.change({ start: 0, end: broken.length, text: text.replace('The end', 'This is the end') });
    expect(editor.shown()).toContain('moved');
    expect(editor.shown()).toContain('The owner of «Boss Zhipin» listed');
  });

  test('a passage with changed words at the edge of an annotation, as an editor reloads a file, and back', () => {
    const editor = on(TEXT, 'Kanzhun', 'Boss Zhipin');
    const other = TEXT.replace('Kanzhun', 'Kanzhuun').replace('owner of Boss', 'owner of Bos');
    const lines = (text: string) => text.split('\n').slice(2, 5).join('\n');
    editor.replace(lines(TEXT), lines(other));
    expect(editor.shown(0)).toBe(`fuzzy ${other.replace('Kanzhuun', '«Kanzhuun»')}`);
    expect(editor.shown(1)).toBe(`fuzzy ${other.replace('Bos Zhipin', '«Bos Zhipin»')}`);
    const again = TEXT.replace('days after', 'some days after');
    editor.replace(lines(other), lines(again));
    expect(editor.shown(0)).toBe(`moved ${again.replace('Kanzhun', '«Kanzhun»')}`);
    expect(editor.shown(1)).toBe(`moved ${again.replace('Boss Zhipin', '«Boss Zhipin»')}`);
  });

  test('another version of the file: the text is replaced as a whole', () => {
    const editor = on(TEXT, 'Kanzhun', 'Didi', 'Boss Zhipin', 'Analysts');
    const other =
      `${TEXT.replace('days after Didi', 'three days after Didi').replace('Source: Skynews', 'Source: BBC')}\nThe end of it.\n`
        .replace('Analysts had warned that other companies would follow.\n', '')
        .replace('China’s cyber', 'The cyber');
    editor.change({ start: 0, end: TEXT.length, text: other });
    expect(editor.shown(0)).toContain('put «Kanzhun» under');
    expect(editor.shown(1)).toContain('three days after «Didi».');
    expect(editor.shown(2)).toContain('of «Boss Zhipin» listed');
    expect(editor.shown(3)).toBe('orphaned');
    editor.change({ start: 0, end: other.length, text: TEXT });
    for (const [index, name] of ['Kanzhun', 'Didi', 'Boss Zhipin', 'Analysts'].entries())
      expect(editor.shown(index)).toBe(`exact ${TEXT.replace(name, `«${name}»`)}`);
  });

  test('a deleted sentence does not give its names to others', () => {
    const text =
      'Kanzhun fell on Monday. Investors were not surprised. On Tuesday Kanzhun rose again, to their delight.';
    const editor = on(text, 'Kanzhun');
    editor.replace('Kanzhun fell on Monday. ', '');
    expect(editor.shown()).toBe('orphaned');
  });

  test('an entry that is placed anew and, by an undo, says again what it said is where it was', () => {
    const text = 'The regulator put Kanzhun under review on Monday, it said.';
    const editor = on(text, 'Kanzhun');
    const entry = editor.anchors.all(editor.lines)[0]?.annotation as Annotation;
    const sidecar = { text: 'own', annotations: [entry], relations: [], accepted: [] };
    editor.replace('Kanzhun', 'the job platform');
    const lost = editor.anchors.all(editor.lines)[0];
    expect(lost).toMatchObject({ state: 'orphaned', candidates: [{ spans: [{ start: 18, end: 34 }] }] });
    const placed = { ...entry, ...describeSpan(editor.lines.toString(), [{ start: 18, end: 34 }]) };
    editor.anchors.setSidecar({ ...sidecar, annotations: [placed] }, editor.lines, {});
    expect(editor.shown()).toContain('«the job platform»');
    editor.anchors.setSidecar({ ...sidecar, annotations: [{ ...entry }] }, editor.lines, {});
    expect(editor.anchors.all(editor.lines)[0]).toEqual({ ...lost, annotation: entry });
    // So with one that was removed.
    editor.anchors.setSidecar({ ...sidecar, annotations: [] }, editor.lines, {});
    editor.replace('The regulator', 'Regulators');
    editor.anchors.setSidecar({ ...sidecar, annotations: [{ ...entry }] }, editor.lines, {});
    expect(editor.anchors.all(editor.lines)[0]?.candidates).toEqual([{ spans: [{ start: 15, end: 31 }], score: 0 }]);
  });

  test('a sidecar that says the same leaves everything where it is; one that says another place is believed', () => {
    const text = 'Kanzhun rose and Kanzhun fell.';
    const editor = on(text, 'Kanzhun');
    editor.replace('Kanzhun rose', 'So Kanzhun rose');
    const written = { ...annotation(describeSpan(text, [{ start: 0, end: 7 }])), id: 'a0' };
    const sidecar = { text: 'own', annotations: [written], relations: [], accepted: [] };
    editor.anchors.setSidecar({ ...sidecar, annotations: [{ ...written, note: 'x' }] }, editor.lines, {});
    expect(editor.shown()).toBe('moved So «Kanzhun» rose and Kanzhun fell.');
    editor.anchors.setSidecar({ ...sidecar, text: 'new', annotations: [{ ...written, at: 3 }] }, editor.lines, {});
    expect(editor.shown()).toBe('exact So «Kanzhun» rose and Kanzhun fell.');
    const there = describeSpan(editor.lines.toString(), [{ start: 20, end: 27 }]);
    const other = { ...annotation(there), id: 'a0' };
    editor.anchors.setSidecar({ ...sidecar, text: 'new', annotations: [other] }, editor.lines, { textId: 'new' });
    expect(editor.shown()).toBe('exact So Kanzhun rose and «Kanzhun» fell.');
  });
});

describe('an undo brings back what was known of an annotation, also where it took nothing of it', () => {
  const cut = (editor: Editor, words: string) => {
    const start = at(editor, words);
    editor.replace(words, '');
    return () => editor.change({ start, end: start, text: words });
  };

  test('what comes back at its edge is not its own', () => {
    const editor = on('The council waited while critics wrote another report that nobody read.', 'report that nobody');
    editor.replace('ics wrote another report th', '');
    const shown = 'fuzzy The council waited while crit«at nobody» read.';
    expect(editor.shown()).toBe(shown);
    const undo = cut(editor, 'crit');
    expect(editor.shown()).toBe('fuzzy The council waited while «at nobody» read.');
    undo();
    expect(editor.shown()).toBe(shown);
  });

  test('of two like names the other one does not become annotated', () => {
    const text = 'Didi hired and Kanzhun met Kanzhun and both fell.';
    const name = text.lastIndexOf('Kanzhun');
    const editor = new Editor(text, [[{ start: name, end: name + 7 }]]);
    editor.change({ start: name, end: name + 7, text: '' });
    cut(editor, ' met ');
    const undo = cut(editor, 'Kanzhun');
    expect(editor.shown()).toBe('orphaned');
    undo();
    expect(editor.shown()).toBe('orphaned');
  });

  test('what was typed into it and taken out again leaves it where its entry says', () => {
    const editor = on('The owner of Boss Zhipin fell.', 'Boss Zhipin');
    editor.replace('Zhipin', 'the Zhipin');
    expect(editor.shown()).toBe('fuzzy The owner of «Boss the Zhipin» fell.');
    editor.replace('the ', '');
    expect(editor.shown()).toBe('exact The owner of «Boss Zhipin» fell.');
  });

  test('places that are proposed for it', () => {
    const editor = on('Kanzhun, Kanzhun.', 'Kanzhun');
    const entry = { ...annotation({ quote: ['Kanzhun'] }), id: 'a0' };
    editor.anchors.setSidecar({ text: 'own', annotations: [entry], relations: [], accepted: [] }, editor.lines, {});
    const proposed = () => editor.anchors.all(editor.lines)[0]?.candidates.flatMap(({ spans }) => spans);
    const places = [
      { start: 0, end: 7 },
      { start: 9, end: 16 },
    ];
    expect(proposed()).toEqual(places);
    for (const words of ['Kanzhun, ', 'zhun, Kan']) {
      const undo = cut(editor, words);
      expect(proposed()).not.toEqual(places);
      undo();
      expect(proposed()).toEqual(places);
    }
  });

  test('a paste that took it along', () => {
    const editor = on('The owner of Kanzhun fell and the rest rose.', 'Kanzhun');
    editor.change({ start: 13, end: 20, text: '' });
    const lost = editor.anchors.all(editor.lines);
    editor.change({ start: 32, end: 32, text: 'Kanzhun ' });
    expect(editor.shown()).toBe('moved The owner of  fell and the rest «Kanzhun» rose.');
    editor.change({ start: 32, end: 40, text: '' });
    expect(editor.anchors.all(editor.lines)).toEqual(lost);
  });

  test('a passage in which it was found meanwhile', () => {
    const text = 'On Monday the shares of Kanzhun fell in New York. The rest was calm.';
    const editor = on(text, 'Kanzhun');
    editor.replace('On Monday the shares of Kanzhun fell in New York. ', '');
    editor.replace('calm', 'quiet');
    const lost = editor.anchors.all(editor.lines);
    const end = editor.lines.length;
    const passage = ' On Monday the shares of Kanzhun fell in New York.';
    editor.change({ start: end, end, text: passage });
    expect(editor.shown()).toBe(`moved The rest was quiet.${passage.replace('Kanzhun', '«Kanzhun»')}`);
    editor.change({ start: end, end: end + passage.length, text: '' });
    expect(editor.anchors.all(editor.lines)).toEqual(lost);
  });

  test('that a passage which has its words is another one', () => {
    const editor = on('The shares of Kanzhun rose on Monday. The owners of Kanzhun were pleased.', 'Kanzhun');
    editor.replace('Kanzhun rose', 'it rose');
    const lost = editor.anchors.all(editor.lines);
    cut(editor, ' The owners of Kanzhun were pleased.')();
    expect(editor.anchors.all(editor.lines)).toEqual(lost);
  });

  test('after more keys than texts are remembered', () => {
    const text = `The owner, ${'who said so again and '.repeat(20)}said so again, was Kanzhun.`;
    const editor = on(text, 'Kanzhun');
    let end = text.length - 1;
    for (; end > 20; end--) editor.change({ start: end - 1, end, text: '' });
    editor.change({ start: end, end, text: text.slice(end, -1) });
    expect(editor.shown()).toBe(`exact ${text.replace('Kanzhun', '«Kanzhun»')}`);
  });
});

test('in a text that was edited, a position of the sidecar’s text is no position of the present one', () => {
  const text = 'Kanzhun fell. Kanzhun rose. Kanzhun stayed.';
  const editor = on(text, 'stayed');
  editor.change({ start: 0, end: 0, text: 'Kanzhun hit.  ' });
  // Of an entry that somebody else wrote meanwhile.
  const rose = { ...annotation(describeSpan(text, [{ start: 14, end: 21 }])), id: 'b0' };
  const [placed] = editor.anchors.placer(editor.lines)({ text: 'own', annotations: [rose] });
  expect(placed?.spans).toEqual([{ start: 28, end: 35 }]);
});

describe('all names replaced in one message', () => {
  const LINES = 1500;
  const replaced = (line: (number: number) => string, word: string, by: string) => {
    const text = Array.from({ length: LINES }, (_, number) => line(number)).join('');
    const places = [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => index);
    const named = places.filter((_, number) => number % 5 === 2);
    const name = word.indexOf('Kanzhun');
    const editor = new Editor(
      text,
      named.map((place) => [{ start: place + name, end: place + name + 7 }]),
    );
    const begun = process.cpuUsage().user;
    // The last one first, as editors send them, also when it is undone.
    editor.change(...places.toReversed().map((start) => ({ start, end: start + word.length, text: by })));
    const growth = by.length - word.length;
    const undo = places.map((start, k) => ({
      start: start + k * growth,
      end: start + k * growth + by.length,
      text: word,
    }));
    const states = editor.anchors.all(editor.lines).map(({ state }) => state);
    editor.change(...undo.toReversed());
    expect(process.cpuUsage().user - begun).toBeLessThan(8_000_000);
    expect(editor.anchors.all(editor.lines).map(({ state, spans: [span] }) => [state, span?.start])).toEqual(
      named.map((place) => ['exact', place + name]),
    );
    return new Set(states);
  };

  test('names by names of their length', () => {
    const states = replaced((number) => `On day ${number} the shares of Kanzhun fell.\n`, 'Kanzhun', 'Boshiqu');
    expect([...states]).toEqual(['orphaned']);
  });

  test('passages by passages that have the name with a slip', () => {
    const [word, by] = ['the regulated company Kanzhun Limited', 'a well-known company KanZhun Ltd of Beijing'];
    const states = replaced((number) => `On day ${number} shares of ${word} fell by ${number * 7}.\n`, word, by);
    expect(states).toContain('fuzzy');
  });
});

test('what was cut long ago is looked for where it may have come, not with every cut and paste since', () => {
  const line = (number: number) =>
    `On day ${number} shares of Name${number}x fell by ${number * 7}, to nobody’s delight.\n`;
  const text = Array.from({ length: 3000 }, (_, number) => line(number)).join('');
  const names = Array.from({ length: 40 }, (_, k) => 100 + k * 3);
  const editor = on(text, ...names.map((number) => `Name${number}x`));
  const begun = process.cpuUsage().user;
  for (const number of names) editor.replace(line(number), '');
  editor.change({ start: 0, end: 0, text: 'Something quite different that comes from elsewhere.\n' });
  expect(process.cpuUsage().user - begun).toBeLessThan(4_000_000);
  editor.change({ start: 0, end: 0, text: line(103) });
  expect(editor.anchors.all(editor.lines).map(({ spans }) => spans.length)).toEqual(
    names.map((number) => (number === 103 ? 1 : 0)),
  );
});

test('earlier texts share their lines with the present one, however often they were looked at', () => {
  const line = (number: number) =>
    `On day ${number} shares of Name${number}x fell by ${number * 7}, to nobody’s delight.\n`;
  const editor = on(Array.from({ length: 100 }, (_, number) => line(number)).join(''), 'Name7x', 'Name8x');
  const joined = vi.spyOn(TextLines.prototype, 'toString');
  for (const number of [7, 8]) {
    editor.replace(line(number), '');
    editor.change({ start: 0, end: 0, text: `A longer text that names Name${number} only.\n` });
  }
  const { earlier } = editor.anchors as unknown as {
    readonly earlier: { readonly texts: readonly { readonly lines: TextLines }[] };
  };
  expect(earlier.texts).toHaveLength(2);
  for (const { lines } of earlier.texts) expect(joined.mock.contexts).not.toContain(lines);
  joined.mockRestore();
});

describe('entries that their ids do not tell apart', () => {
  const text = 'Kanzhun rose and Kanzhun fell in June.';
  const entry = (start: number, end: number, id: string) => ({
    ...annotation(describeSpan(text, [{ start, end }])),
    id,
    before: '',
    after: '',
  });
  const say = (editor: Editor, ...annotations: readonly ReturnType<typeof entry>[]) =>
    editor.anchors.setSidecar({ text: 'own', annotations, relations: [], accepted: [] }, editor.lines, {
      textId: 'own',
      bases: new Map([['own', text]]),
    });

  test('two with one id stay apart when an undo brings text back', () => {
    const editor = on(text, 'rose');
    say(editor, entry(0, 7, 'twin'), entry(17, 24, 'twin'), entry(33, 37, 'june'));
    editor.replace('June', '');
    editor.change({ start: 33, end: 33, text: 'June' });
    expect(editor.shown(0)).toBe('exact «Kanzhun» rose and Kanzhun fell in June.');
    expect(editor.shown(1)).toBe('exact Kanzhun rose and «Kanzhun» fell in June.');
    editor.replace('Kanzhun rose', '');
    editor.change({ start: 0, end: 0, text: 'Kanzhun rose' });
    expect(editor.shown(0)).toBe('exact «Kanzhun» rose and Kanzhun fell in June.');
  });

  test('those without id are followed, and known again after an undo, when another comes in front of them', () => {
    const editor = on(text, 'rose');
    say(editor, entry(0, 7, '#1'), entry(17, 24, '#2'));
    editor.replace('Kanzhun rose', 'Yesterday rose');
    say(editor, entry(33, 37, '#1'), entry(0, 7, '#2'), entry(17, 24, '#3'));
    expect(editor.shown(1)).toBe('orphaned');
    expect(editor.shown(2)).toBe('moved Yesterday rose and «Kanzhun» fell in June.');
    editor.replace('Yesterday rose', 'Kanzhun rose');
    expect(editor.shown(1)).toBe('exact «Kanzhun» rose and Kanzhun fell in June.');
    expect(editor.shown(2)).toBe('exact Kanzhun rose and «Kanzhun» fell in June.');
  });
});

/** A character that is told from all others like it, as an editor's undo stack tells it. */
interface Char {
  readonly sign: string;
  readonly id: number;
}

/** One replacement by characters: `at` counts them. */
interface Step {
  readonly at: number;
  readonly removed: readonly Char[];
  readonly inserted: readonly Char[];
}

/** One message, with the places of the annotations before and after it. */
interface Done {
  readonly steps: readonly Step[];
  readonly before: readonly PlacedAnnotation[];
  readonly after: readonly PlacedAnnotation[];
}

const WORDS =
  'the owner of Boss Zhipin listed its shares abroad while regulators began another review that nobody wanted'.split(
    ' ',
  );
/** What is typed looks like nothing that was there, so that only identity can tell. */
const typed = fc.string({ unit: fc.constantFrom('#', '%', '😀', '\n', '¤', '🎈'), maxLength: 12 });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      edits: fc.array(fc.record({ at: fc.nat(), length: fc.nat(30), text: typed }), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo' as const), count: fc.integer({ min: 1, max: 4 }) }) },
);

test('any sequence of edits, undos and redos leaves places where the identity of their characters says', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.array(fc.record({ from: fc.nat(), words: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 6 }),
      (steps, picks) => {
        const text = WORDS.join(' ');
        const spans = picks.map(({ from, words }) => {
          const first = from % WORDS.length;
          const start = WORDS.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
          return [{ start, end: start + WORDS.slice(first, first + words).join(' ').length }];
        });
        const editor = new Editor(text, spans);
        let next = 0;
        let chars: Char[] = [...text].map((sign) => ({ sign, id: next++ }));
        const owned = spans.map(([span]) => chars.slice(span?.start, span?.end).map(({ id }) => id));
        const past: Done[] = [];
        let future: Done[] = [];
        const placesNow = () => editor.anchors.all(editor.lines);
        const make = ({ at: start, removed, inserted }: Step) => {
          const change = {
            start: units(chars, start),
            end: units(chars, start + removed.length),
            text: inserted.map(({ sign }) => sign).join(''),
          };
          chars = [...chars.slice(0, start), ...inserted, ...chars.slice(start + removed.length)];
          return change;
        };
        for (const action of steps) {
          if (action.kind === 'edit') {
            const done: Step[] = [];
            const before = placesNow();
            const changes = action.edits.map(({ at: place, length, text: inserted }) => {
              const start = place % (chars.length + 1);
              const signs = [...inserted].map((sign) => ({ sign, id: next++ }));
              done.push({ at: start, removed: chars.slice(start, start + length), inserted: signs });
              return make(done.at(-1) as Step);
            });
            future = [];
            editor.change(...changes);
            past.push({ steps: done, before, after: placesNow() });
          } else {
            const isUndo = action.kind === 'undo';
            const [from, to] = isUndo ? [past, future] : [future, past];
            for (let k = 0; k < action.count && from.length > 0; k++) {
              const done = from.pop() as Done;
              to.push(done);
              const steps = isUndo
                ? done.steps
                    .toReversed()
                    .map(({ at: start, removed, inserted }) => ({ at: start, removed: inserted, inserted: removed }))
                : done.steps;
              editor.change(...steps.map(make));
              expect(placesNow()).toEqual(isUndo ? done.before : done.after);
            }
          }
          const places = placesNow();
          expect(editor.lines.toString()).toBe(chars.map(({ sign }) => sign).join(''));
          for (const [index, ids] of owned.entries()) {
            const there = chars.flatMap(({ id }, place) => (ids.includes(id) ? [place] : []));
            const left = there.length;
            const placed = places[index];
            // Blanks at its edges are no part of what is left of a name.
            let [from, to] = [there[0] ?? 0, (there.at(-1) ?? -1) + 1];
            while (from < to && chars[from]?.sign.trim() === '') from++;
            while (from < to && chars[to - 1]?.sign.trim() === '') to--;
            const hull = { start: units(chars, from), end: units(chars, to) };
            if (left * 2 >= ids.length) {
              const [span = { start: 0, end: 0 }] = placed?.spans ?? [];
              expect(span.start <= hull.start && hull.end <= span.end).toBe(true);
              // What was written over its edges may belong to it, and nothing else.
              const more = chars.filter((_, place) => {
                const at = units(chars, place);
                return span.start <= at && at < span.end && (at < hull.start || at >= hull.end);
              });
              expect(more.filter(({ id }) => id < text.length && !ids.includes(id))).toEqual([]);
            } else
              for (const { start, end } of placed?.spans ?? []) expect(start < hull.end && hull.start < end).toBe(true);
          }
        }
      },
    ),
    { numRuns: 1000 },
  );
});

function units(chars: readonly Char[], count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += (chars[k] as Char).sign.length;
  return sum;
}
