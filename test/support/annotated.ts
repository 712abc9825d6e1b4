import { Describer, type Description } from '../../server/src/annotations/describe.ts';
import type { Annotation } from '../../server/src/annotations/types.ts';

export function annotation(place: Partial<Description>): Annotation {
  return {
    id: 'a',
    type: 'person',
    quote: [],
    at: undefined,
    before: '',
    after: '',
    by: [],
    status: 'confirmed',
    attributes: new Map(),
    span: { start: 0, end: 0 },
    ...place,
  };
}

/** 400,000 signs of words in chance order, the same in every run, with up to a thousand annotations of one name in it. */
export function makeAnnotated(): { text: string; annotations: Annotation[] } {
  let seed = 1;
  const next = () => (seed = (seed * 48271) % 2147483647);
  let text = '';
  while (text.length < 400_000) text += `${WORDS[next() % WORDS.length]}${next() % 12 === 0 ? '.\n' : ' '}`;
  const annotations: Annotation[] = [];
  const describer = new Describer(text);
  for (let at = 0; annotations.length < 1000; ) {
    at = text.indexOf('Kanzhun', at + 300);
    if (at === -1) break;
    annotations.push(annotation(describer.describe([{ start: at, end: at + 7 }])));
  }
  return { text, annotations };
}

const WORDS = 'the minister of Beijing said on Monday that Kanzhun would and report price'.split(' ');
