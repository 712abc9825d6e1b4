import { anchorFiles } from './anchor-files.ts';
import { anchorLines } from './anchor-lines.ts';
import { oneOf, parse, UsageError } from './usage.ts';

/** `seedmark anchor PATHS | --jsonl`: where annotations stand in texts that have changed since. */
export async function anchor(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse({
    args: [...argv],
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      format: { type: 'string' },
      'stdin-filename': { type: 'string' },
      'no-color': { type: 'boolean', default: false },
    },
  });
  const stdinFilename = values['stdin-filename'];
  if (values.jsonl) {
    if (positionals.length > 0 || values.write || values.format !== undefined || stdinFilename !== undefined)
      throw new UsageError(
        '--jsonl reads texts and annotations from standard input: it takes no paths, and no other options. For lines about files, use --format jsonl.',
      );
    return anchorLines();
  }
  if (values.write && positionals.includes('-'))
    throw new UsageError('--write brings annotations up to texts in files; standard input, “-”, is none.');
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json', 'jsonl']);
  return anchorFiles(positionals, stdinFilename, { format, write: values.write, color: !values['no-color'] });
}
