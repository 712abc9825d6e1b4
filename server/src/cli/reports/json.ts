import type { Finding } from '../../workspace/findings.ts';
import type { Print, Report } from './report.ts';

/** One JSON object, described in `docs/ci.md`; a line a file, so that lines can be searched and compared. */
export function jsonReport(print: Print): Report {
  let separator = '\n';
  return {
    begin: () => print('{"files": ['),
    async file({ name, kind, findings }) {
      // Of the files that belong to seeds only those with something wrong are worth a line.
      if (kind !== 'seed' && findings.length === 0) return;
      await print(`${separator}${JSON.stringify({ file: name, findings: findings.map(toJson) })}`);
      separator = ',\n';
    },
    async end({ counts, unreadable }) {
      const failed = unreadable.map(({ name, reason }) => ({ file: name, reason }));
      await print(`\n],\n"unreadable": ${JSON.stringify(failed)},\n"counts": ${JSON.stringify(counts)}}\n`);
    },
  };
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
