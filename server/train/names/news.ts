import type { Document, Entity, Names } from './documents.ts';
import { FILLERS, type Filler, type Source } from './news-fillers.ts';
import { NEWS_PATTERNS } from './news-patterns.ts';
import { randomFrom } from './random.ts';

/** Each pattern `times` times, with names of the lists and names that stand on none. */
export function madeNews(names: Names, times: number, seed: number): Document[] {
  const random = randomFrom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const source = { names, pick, random };
  const documents: Document[] = [];
  for (let time = 0; time < times; time++)
    for (const [i, pattern] of NEWS_PATTERNS.entries())
      documents.push({ id: `news-${time}-${i}`, ...filled(pattern, source) });
  return documents;
}

/** A pattern with its braces filled, and where what was put in stands. */
export function filled(pattern: string, source: Source): { text: string; entities: Entity[] } {
  const entities: Entity[] = [];
  let text = '';
  for (const [place, written] of pattern.split(/[{}]/).entries()) {
    if (place % 2 === 0) {
      text += written;
      continue;
    }
    const filler = FILLERS[written];
    if (filler === undefined) throw new Error(`No filler is called ${written}.`);
    const { type } = filler;
    const put = (name: string) => {
      if (type !== undefined) entities.push({ start: text.length, end: text.length + name.length, type, raw: 'made' });
      text += name;
    };
    const name = filler.make(source);
    if (hasArticle(filler, name, source) && !DETERMINED.test(text)) text += text === '' ? 'The ' : 'the ';
    put(name);
    const letters = filler.isBody && source.random() < 0.3 ? initialsOf(name) : '';
    if (letters.length < 3) continue;
    text += ' (';
    put(letters);
    text += ')';
  }
  return { text, entities };
}

/** What takes no article behind it. */
const DETERMINED = /(?:opposition|ruling) $/;
/** "the Daily Star": papers of which one says so. */
const PAPER = /(?:Times|Post|News|Herald|Mail|Telegraph|Tribune|Chronicle|Globe|Journal|Nation|Star|Monitor)$/;

function hasArticle(filler: Filler, name: string, { random }: Source): boolean {
  if (!name.includes(' ') || name.startsWith('The ')) return false;
  return filler.isBody || (filler === FILLERS.paper && PAPER.test(name) && random() < 0.5);
}

function initialsOf(name: string): string {
  return name
    .split(/[ -]/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('');
}
