/** Fields of a header by name; '' leaves one out that a complete header has. */
export type Over = Readonly<Record<string, string>>;

const COMPLETE: Over = {
  Source: 'Skylark News',
  Published: '2021-07-05',
  Title: 'Ministers meet',
  Author: 'Jane Doe',
  URL: 'https://example.org/a',
};

/** A seed in whose metadata nothing is wrong but what is given here. */
export function seed(over: Over = {}, body = 'The ministers met.'): string {
  const lines = Object.entries({ ...COMPLETE, ...over })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`);
  return `${lines.join('')}\n${body}\n`;
}

/** The same with front matter, its lines as given. */
export function yamlSeed(lines: readonly string[], body = 'The ministers met.'): string {
  const names = lines.map((line) => line.replace(/:.*/s, '').replace(/[⟦⟧]/g, '').toLowerCase());
  const rest = Object.entries(COMPLETE)
    .filter(([name]) => !names.includes(name.toLowerCase()))
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`);
  return `---\n${[...rest, ...lines].join('\n')}\n---\n\n${body}\n`;
}

/** Other seeds of the workspace, one for each value of a field. */
export function others(field: string, ...values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.map((value, i) => [
      `seeds/other${i}.txt`,
      // Sources and authors of their own, so that these are not compared.
      seed({ Source: `Paper ${'ABCDEF'[i]}`, Author: `Writer ${'UVWXYZ'[i]}`, [field]: value }),
    ]),
  );
}
