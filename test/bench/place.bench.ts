import { bench, describe } from 'vitest';
import { placeAll } from '../../server/src/annotations/place.ts';
import { makeAnnotated } from '../support/annotated.ts';

// Against the plain way: looking for each quote with its context.
const { text, annotations } = makeAnnotated();
const sidecar = { text: undefined, annotations };
const shifted = `New title\n${text}`;
const other = 'x '.repeat(200_000);

describe(`placing ${annotations.length} annotations in 400 KB`, () => {
  bench('indexOf for each', () => {
    // An answer that nobody uses would not be computed at all.
    let found = 0;
    for (const { quote, before, after } of annotations) found += text.indexOf(before + quote[0] + after);
    if (found < 0) throw new Error('none found');
  });
  bench('all at their positions', () => {
    placeAll(sidecar, text);
  });
  bench('all moved', () => {
    placeAll(sidecar, shifted);
  });
  bench('none has a place', () => {
    placeAll(sidecar, other);
  });
});
