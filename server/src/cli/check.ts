import { uriOfPath } from '../host/node/files.ts';
import { version } from '../version.ts';
import { type Finding, findingsOf } from '../workspace/findings.ts';
import { type Input, readInputs } from './inputs.ts';
import { colors, printable, write } from './output.ts';
import { startProgress } from './progress.ts';
import { jsonReport } from './reports/json.ts';
import type { Print, Report, UnreadableFile } from './reports/report.ts';
import { sarifReport } from './reports/sarif.ts';
import { textReport } from './reports/text.ts';
import { oneOf, parse } from './usage.ts';

const RANK: Readonly<Record<Finding['severity'], number>> = { error: 3, warning: 2, info: 1, hint: 0 };

/** `seedmark check PATHS`: prints the findings of seeds, their annotations files, and the facts and project they are read with; 1 if there is one at least as severe as `--fail-on`. */
export async function check(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'fail-on': { type: 'string', default: 'warning' },
      'stdin-filename': { type: 'string' },
      'no-color': { type: 'boolean', default: false },
    },
  });
  const format = oneOf('--format', values.format, ['text', 'json', 'sarif']);
  const failOn = RANK[oneOf('--fail-on', values['fail-on'], ['error', 'warning', 'info'])];
  const progress = startProgress(process.stderr, () => performance.now());
  // Also when whoever reads from us has had enough, which ends the process on the spot.
  process.once('exit', progress.clear);
  const { workspace, inputs, seeds } = await readInputs(positionals, values['stdin-filename'], { index: true });

  const print: Print = async (text) => {
    if (process.stdout.isTTY) progress.clear();
    await write(process.stdout, text);
  };
  const report = reportIn(format, print, !values['no-color']);
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  const unreadable: UnreadableFile[] = [];
  let checked = 0;
  let looked = 0;
  let failing = false;
  try {
    await report.begin();
    for await (const { name, uri, kind, content } of inputs) {
      if (kind === 'seed') progress.show(looked++, seeds);
      if (content === undefined || !content.utf8) {
        const reason = reasonOf(content);
        unreadable.push({ name, uri, reason });
        progress.clear();
        process.stderr.write(`seedmark: ${printable(name)}: ${reason}\n`);
        continue;
      }
      if (kind === 'seed') checked++;
      workspace.open(uri, content.text, 0);
      await workspace.settled();
      const snapshot = workspace.snapshot(uri);
      const findings = snapshot ? findingsOf(snapshot) : [];
      workspace.close(uri);
      for (const { severity } of findings) {
        counts[severity]++;
        failing ||= RANK[severity] >= failOn;
      }
      if (snapshot) await report.file({ name, uri, kind, lines: snapshot.lines, findings });
    }
    const status = unreadable.length > 0 ? 2 : failing ? 1 : 0;
    await report.end({ seeds: checked, counts, unreadable, status });
    return status;
  } finally {
    progress.clear();
  }
}

function reportIn(format: 'text' | 'json' | 'sarif', print: Print, color: boolean): Report {
  if (format === 'json') return jsonReport(print);
  if (format === 'sarif') return sarifReport(print, uriOfPath(process.cwd()).replace(/\/?$/, '/'), version);
  return textReport(print, colors(process.stdout, color));
}

function reasonOf(content: Input['content']): string {
  return content === undefined ? 'it cannot be read' : 'it is not UTF-8; save it as UTF-8 first';
}
