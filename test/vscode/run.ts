// The mocha entry, the same in every extension host. It uses mocha's browser build everywhere, since a web worker has no other.
import 'mocha/mocha.js';

/** Marks our lines, so that the runner tells them from the workbench's own log. `scripts/lib/marks.mjs` reads them. */
const mark = '[test] ';

/** A guard, no measure of anything: one test that hangs should not hide what the others have to say. */
const millisecondsToEnd = 120_000;

export async function runSuites(load: () => Promise<unknown>): Promise<void> {
  Mocha.reporters.Base.consoleLog = say;
  const mocha = new Mocha({
    ui: 'tdd',
    reporter: 'spec',
    color: false,
    timeout: millisecondsToEnd,
  });
  // What mocha does before it loads a file: `suite` and `test` become globals.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  const counts = await runAll(mocha);
  report(counts);
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}

function runAll(mocha: Mocha): Promise<{ passed: number; failed: number }> {
  return new Promise((resolve) => {
    const counts = { passed: 0, failed: 0 };
    const runner = mocha.run(() => resolve(counts));
    runner.on('test', (test) => report({ running: test.fullTitle() }));
    runner.on('hook', (hook) => report({ running: hook.fullTitle() }));
    runner.on('pass', () => counts.passed++);
    // A failing hook counts too: the tests behind it did not run.
    runner.on('fail', (_test, error) => {
      counts.failed++;
      // The reporter tells the whole story at its end, which a later crash would take away.
      say('      %s', error.message);
    });
  });
}

function report(news: object): void {
  console.log(mark + JSON.stringify(news));
}

/** `console.log` with its `%s`, one marked line a line. */
function say(format: unknown = '', ...values: unknown[]): void {
  let next = 0;
  const text = String(format).replace(/%[sdjo]/g, () => String(values[next++]));
  for (const line of text.split('\n')) console.log(mark + line);
}
