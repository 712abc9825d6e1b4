import { write } from './output.ts';

/** One JSON object a line in, one answer a line out, in order; a bad line answers with an error and the rest goes on. */
export async function filterLines(answer: (document: Readonly<Record<string, unknown>>) => unknown): Promise<void> {
  for await (const line of linesOf(process.stdin)) {
    if (line.trim() === '') continue;
    const document = objectOf(line);
    const said = typeof document === 'string' ? { error: document } : answer(document);
    await write(process.stdout, `${JSON.stringify(said)}\n`);
  }
}

/** The object in a line, or what is wrong with it. */
function objectOf(line: string): Readonly<Record<string, unknown>> | string {
  let document: unknown;
  try {
    document = JSON.parse(line);
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return 'a line must be a JSON object {"id", "text"}';
  return document as Record<string, unknown>;
}

/** The lines of a stream. Only LF ends one: other line ends may stand as they are in a JSON string. */
async function* linesOf(stream: NodeJS.ReadStream): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let parts: string[] = [];
  for await (const chunk of stream as AsyncIterable<string>) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      parts.push(chunk.slice(start, end));
      yield parts.join('');
      parts = [];
      start = end + 1;
    }
    parts.push(chunk.slice(start));
  }
  yield parts.join('');
}
