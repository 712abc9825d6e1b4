import path from 'node:path';
import { findingsOf } from '../../server/src/workspace/findings.ts';
import { openSeed } from '../support/world.ts';
import { filesIn, readText } from './support/files.ts';

/**
 * How often anything is found in plain news with complete metadata, where next to nothing is wrong: each block of lines
 * of a text file becomes the body of a seed. `--list` prints the findings, to be judged by eye.
 */
export async function evaluate(args: readonly string[]): Promise<void> {
  const places = args.filter((arg) => !arg.startsWith('--'));
  const files = places.flatMap((place) => filesIn(place, /\.txt(\.gz)?$/));
  if (files.length === 0) {
    console.log(
      'Nothing measured: give a folder with news (`*.txt`, `*.txt.gz`), one sentence a line and an empty line between texts.',
    );
    return;
  }
  for (const file of files) {
    const paragraphs = readText(file)
      .split(/\n\s*\n/)
      .map((block) => block.trim().replaceAll('\n', ' '));
    const counts = new Map<string, number>();
    let withFindings = 0;
    for (const paragraph of paragraphs.filter((block) => block !== '')) {
      const { snapshot } = await openSeed(`${HEADER}${paragraph}\n`);
      const findings = findingsOf(snapshot);
      if (findings.length > 0) withFindings++;
      for (const { code, span, message } of findings) {
        counts.set(code, (counts.get(code) ?? 0) + 1);
        if (args.includes('--list')) {
          const all = snapshot.lines.toString();
          console.log(
            `${code}: …${all.slice(Math.max(0, span.start - 80), span.end + 60).replaceAll('\n', ' ')}…\n  ${message}`,
          );
        }
      }
    }
    console.log(`${path.basename(file)}: ${paragraphs.length} seeds, ${withFindings} with findings`);
    for (const [code, count] of counts) console.log(`  ${code}: ${count}`);
  }
}

const HEADER = `Source: Example News
Published: 2006-10-02
Title: A title
Author: A. Writer
URL: https://news.example/a

`;
