import { type Finding, findingsOf } from '../workspace/findings.ts';
import { readInputs } from './inputs.ts';
import { colors, counted, printable, write } from './output.ts';
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
      'no-color': { type: 'boolean', default: false },
    },
  });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const failOn = RANK[oneOf('--fail-on', values['fail-on'], ['error', 'warning', 'info'])];
  const paint = colors(process.stdout, !values['no-color']);
  const { workspace, inputs } = await readInputs(positionals);

  const files: unknown[] = [];
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  let seeds = 0;
  let failing = false;
  let unreadable = 0;
  for await (const { name, uri, kind, content } of inputs) {
    if (content === undefined || !content.utf8) {
      unreadable++;
      const why = content === undefined ? 'it cannot be read' : 'it is not UTF-8; save it as UTF-8 first';
      process.stderr.write(`seedmark: ${printable(name)}: ${why}\n`);
      continue;
    }
    if (kind === 'seed') seeds++;
    workspace.open(uri, content.text, 0);
    await workspace.settled();
    const snapshot = workspace.snapshot(uri);
    const findings = snapshot ? findingsOf(snapshot) : [];
    workspace.close(uri);
    for (const { severity } of findings) {
      counts[severity]++;
      failing ||= RANK[severity] >= failOn;
    }
    if (format === 'json' && (kind === 'seed' || findings.length > 0))
      files.push({ file: name, findings: findings.map(toJson) });
    else if (format === 'text')
      for (const { start, severity, message, code } of findings)
        await write(
          process.stdout,
          `${paint('bold', `${printable(name)}:${start.line + 1}:${start.character + 1}`)} ${paint(severity, severity)} ${printable(message)} ${paint('dim', `[${code}]`)}\n`,
        );
  }
  if (format === 'json') await write(process.stdout, `${JSON.stringify({ files, counts }, undefined, 2)}\n`);
  else
    await write(
      process.stdout,
      `${counted(seeds, 'seed')}: ${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}, ${counts.info + counts.hint} for information\n`,
    );
  return unreadable > 0 ? 2 : failing ? 1 : 0;
}

/** Lines and columns count from 1, columns in UTF-16 code units, as editors show them. */
function toJson({ code, severity, message, start, end }: Finding) {
  return {
    code,
    severity,
    message,
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
