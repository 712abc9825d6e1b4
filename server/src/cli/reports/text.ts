import { type colors, counted, printable } from '../output.ts';
import type { Print, Report } from './report.ts';

/** For people: one line a finding, as compilers print them, and a count. */
export function textReport(print: Print, paint: ReturnType<typeof colors>): Report {
  return {
    begin: async () => undefined,
    async file({ name, findings }) {
      for (const { start, severity, message, code } of findings) {
        const place = paint('bold', `${printable(name)}:${start.line + 1}:${start.character + 1}`);
        await print(`${place} ${paint(severity, severity)} ${printable(message)} ${paint('dim', `[${code}]`)}\n`);
      }
    },
    end: ({ seeds, counts }) =>
      print(
        `${counted(seeds, 'seed')}: ${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}, ${counts.info + counts.hint} for information\n`,
      ),
  };
}
