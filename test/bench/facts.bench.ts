import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bench, describe } from 'vitest';
import { readAliases, SetMatcher } from '../../server/src/names/matcher.ts';
import type { NameSet } from '../../server/src/names/name-set.ts';
import { recognize } from '../../server/src/names/recognize.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { KnowledgeBase } from '../../server/src/workspace/knowledge.ts';
import { makeAliases } from './aliases.ts';
import { makeSeed } from './seed.ts';

// The names of the facts files: whether reading a text costs more with many of them, and what a key in one file costs.
const ALIASES = 100_000;
const FILES = 300;
const all = makeAliases(ALIASES);
const files = Array.from({ length: FILES }, (_, i) => all.slice((i * ALIASES) / FILES, ((i + 1) * ALIASES) / FILES));
const COUNTS = [0, 1_000, ALIASES];

/** 400 KB in texts of 4 KB, in each of which stands a name of the facts. */
const whole = makeSeed(400 * 1024);
const texts = Array.from({ length: 100 }, (_, i) => {
  const name = all[(i * 37) % 1_000]?.text;
  return whole.slice(i * 4096, (i + 1) * 4096).replace('shares fell', `${name} fell`);
});
const tokens = texts.map((text) => tokenize(text));

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** What is held by what `make` makes, in MB. */
function held<T>(make: () => T): { readonly made: T; readonly megabytes: number } {
  const now = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = now();
  const made = make();
  return { made, megabytes: (now() - before) / 1e6 };
}

// The lists, which all share, are made first.
new SetMatcher([]).match('');
const matchers = COUNTS.map((count) => {
  const { made, megabytes } = held(() => new SetMatcher([readAliases(all.slice(0, count))]));
  console.log(`${count} names: ${megabytes.toFixed(1)} MB besides their texts`);
  return made;
});

describe('names in 400 KB, texts of 4 KB', () => {
  bench('floor: tokenize', () => {
    for (const text of texts) tokenize(text);
  });
  for (const [i, count] of COUNTS.entries())
    bench(`${count} names, tokens at hand`, () => {
      for (const [k, text] of texts.entries()) matchers[i]?.match(text, tokens[k]);
    });
  for (const [i, count] of COUNTS.entries()) {
    const matcher = matchers[i] as SetMatcher;
    bench(`all that recognize finds, ${count} names`, () => {
      const context = { matcher, never: new Set<string>() };
      for (const [k, text] of texts.entries()) recognize({ text, start: 0, field: undefined }, context, tokens[k]);
    });
  }
});

describe('compiling', () => {
  for (const count of COUNTS.slice(1))
    bench(`${count} names at once`, () => {
      new SetMatcher([readAliases(all.slice(0, count))]);
    });
  const sets = files.map((aliases) => readAliases(aliases));
  const before = new SetMatcher(sets);
  bench(`one file of ${FILES} changes, ${ALIASES} names in all`, () => {
    const changed: NameSet[] = [...sets];
    changed[7] = readAliases(files[7] ?? []);
    new SetMatcher(changed, before);
  });
});

describe(`a key in one facts file of ${FILES}, ${ALIASES} names in all, until names can be found`, () => {
  const written = files.map((aliases) => {
    const entries = aliases.map(
      ({ text, type }, i) => `  - {id: ${text.replaceAll(/[^\w]/g, '-')}${i}, type: ${type}, name: "${text}"}\n`,
    );
    return `entities:\n${entries.join('')}`;
  });
  const uri = (i: number) => `file:///w/facts/${i}.yaml`;
  const { made: base, megabytes } = held(() => {
    const knowledge = new KnowledgeBase();
    for (const [i, text] of written.entries()) knowledge.setFacts(uri(i), text);
    knowledge.for(uri(0)).names.matcher.match('');
    return knowledge;
  });
  console.log(
    `${FILES} facts files, ${(written.join('').length / 1e6).toFixed(1)} MB of text: ${megabytes.toFixed(1)} MB with all that is read in them`,
  );
  let version = 0;
  bench('reading the file and all that hangs on it', () => {
    base.setFacts(uri(7), `${written[7]}# ${version++}\n`);
    base.for(uri(0)).names.matcher.match('');
  });
});
