import fs from 'node:fs';
import path from 'node:path';
import { ALL_FAMILIES, FAMILIES } from '../../src/names/model/features.ts';
import { type BuildOptions, buildModel } from './build.ts';
import { readCorpora, textOf } from './documents.ts';
import { readLists, readNames } from './lists.ts';
import { readWords } from './words.ts';

/**
 * `npm run train -- names DATA`: makes the model of names from the folders `ner`, `names` and `text` of DATA. The same
 * data and options give the same bytes. Options: `--out FILE`, `--without corpus,corpus` (leave corpora out),
 * `--no family,family` (leave feature families out), `--epochs N`, `--part N` (each Nth document only), `--seed N`,
 * `--no-dev` (without the development parts: only what such a model has not seen can tell how good it is), `--made W`
 * (how much made news count), `--each N` (each Nth of the unlabelled news), `--no-silver` (none of them), `--fast` (without
 * calibration).
 */
export function run(args: readonly string[], out: string): void {
  const after = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const data = args[0];
  if (data === undefined || data.startsWith('--')) {
    console.log('Say where the data is: npm run train -- names DATA [--out FILE] [--without CORPORA] [--no FAMILIES]');
    return;
  }
  const number = (name: string, standard: number) => Number(after(`--${name}`) ?? standard);
  const without = new Set((after('--without') ?? '').split(','));
  const no = new Set((after('--no') ?? '').split(','));
  let families = ALL_FAMILIES;
  FAMILIES.forEach((family, bit) => {
    if (no.has(family)) families &= ~(1 << bit);
  });
  const started = performance.now();
  const log = (line: string) =>
    console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  const nth = number('part', 1);
  const corpora = readCorpora(path.join(data, 'ner'), 'train')
    .concat(args.includes('--no-dev') ? [] : readCorpora(path.join(data, 'ner'), 'dev'))
    .filter(({ name }) => !without.has(name))
    .map(({ name, documents }) => ({ name, documents: documents.filter((_, i) => i % nth === 0) }));
  const phrases = readLists(path.join(data, 'names'));
  log(`${phrases.size} phrases of lists`);
  const news = textOf(path.join(data, 'text/voa-news.txt.gz'));
  const texts = [news];
  for (const { documents } of corpora) for (const { text } of documents) texts.push(text);
  const words = readWords(texts, number('rounds', 8), log);
  log(`${words.size} words known from unlabelled text`);
  const options: BuildOptions = {
    seed: number('seed', 1),
    epochs: number('epochs', 10),
    rate: number('rate', 0.06),
    lasso: number('lasso', 0.1),
    drop: number('drop', 0.25),
    least: number('least', 2),
    prune: number('prune', 0.07),
    families,
    weights: {
      btc: number('btc', 1),
      wnut17: number('wnut17', 1),
      silver: number('silver', 0.3),
      made: number('made', 0.5),
    },
    unlabelled: args.includes('--no-silver')
      ? []
      : news.split('\n\n').filter((_, i) => i % (nth * number('each', 2)) === 0),
    names: readNames(path.join(data, 'names')),
    calibrate: !args.includes('--fast'),
    log,
  };
  const bytes = buildModel(corpora, phrases, words, options);
  const file = after('--out') ?? out;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  log(`${file}: ${bytes.length} bytes`);
}
