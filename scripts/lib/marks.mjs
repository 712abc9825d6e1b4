// The lines by which a test inside VS Code speaks to the runner; `test/vscode/run.ts` writes them.

const mark = '[test] ';

/** @typedef {{ folder: string, args: string[], answer: string }} Git `answer`: the file that says how it ended. */
/** @typedef {{ passed: number, failed: number, skipped?: number }} Counts `skipped`: what this machine cannot run. */

/**
 * @param {string} line
 * @returns {{ text: string, counts?: Counts, running?: string, press?: string[], answer?: string, git?: Git } | undefined} Undefined if the line is not marked. News for the runner has an
 * empty text.
 */
export function readMarked(line) {
  if (!line.startsWith(mark)) return undefined;
  const text = line.slice(mark.length);
  if (!text.startsWith('{')) return { text };
  try {
    const news = JSON.parse(text);
    if (typeof news.running === 'string') return { text: '', running: news.running };
    if (Array.isArray(news.press)) {
      const press = news.press.map(String);
      return typeof news.answer === 'string' ? { text: '', press, answer: news.answer } : { text: '', press };
    }
    if (typeof news.git?.folder === 'string' && typeof news.git.answer === 'string' && Array.isArray(news.git.args))
      return { text: '', git: news.git };
    if (typeof news.passed === 'number' && typeof news.failed === 'number') return { text: '', counts: news };
  } catch {
    // A test printed a line that happens to begin like news.
  }
  return { text };
}

/**
 * Says how a suite ended, on a line for the runner; what crashed counts as one failure.
 * @param {Counts & { crash?: string }} outcome
 * @returns {number} The exit status that goes with it.
 */
export function markCounts({ passed, failed, crash }) {
  if (crash !== undefined) console.error(`The suite did not come to its end: ${crash}.`);
  const counts = { passed, failed: failed + (crash === undefined ? 0 : 1) };
  console.log(mark + JSON.stringify(counts));
  return counts.failed > 0 ? 1 : 0;
}
