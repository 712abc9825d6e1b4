import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../client/src/commands/table.ts';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image?: string; readonly altText?: string };
  readonly completionEvents: readonly string[];
}

const root = new URL('../', import.meta.url);
const read = (file: string) => fs.readFileSync(new URL(file, root));
const { contributes } = JSON.parse(read('package.json').toString()) as {
  contributes: { walkthroughs: readonly { id: string; title: string; description: string; steps: readonly Step[] }[] };
};
const [walkthrough] = contributes.walkthroughs;
const steps = walkthrough?.steps ?? [];

/** VS Code's own commands that the walkthrough runs; `test/vscode/walkthrough.suite.ts` asks VS Code for them. */
const BUILT_IN = [
  'editor.action.showHover',
  'runCommands',
  'workbench.action.files.openFile',
  'workbench.action.focusActiveEditorGroup',
  'workbench.action.openPreviousRecentlyUsedEditor',
  'workbench.action.openSettings',
];
const known: ReadonlySet<string> = new Set([...COMMANDS.map(({ id }) => id), ...BUILT_IN]);

/** Commands that a text links to, those among the arguments of `runCommands` with them. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/\]\(command:([\w.]+)(?:\?([^)\s]*))?\)/g)].flatMap(([, id = '', query]) => {
    const argument: unknown = query === undefined ? undefined : JSON.parse(decodeURIComponent(query));
    const more = id === 'runCommands' ? (argument as { commands: string[] }).commands : [];
    return [id, ...more];
  });
}

describe('the walkthrough', () => {
  test('one, of four steps with names of their own', () => {
    expect(contributes.walkthroughs.map(({ id }) => id)).toEqual(['seedmark.start']);
    expect(steps.map(({ id }) => id)).toEqual(['open', 'metadata', 'hover', 'tag']);
    expect(new Set(steps.map(({ title }) => title)).size).toBe(4);
  });

  test.each(steps)('$id: a button, and every command exists', ({ description }) => {
    // A link that has a line of its own is drawn as a button.
    expect(description).toMatch(/^\[[^\]]+\]\(command:[^)]+\)$/m);
    const linked = commandsIn(description);
    for (const id of linked) expect(known, id).toContain(id);
    expect(description).not.toMatch(/\]\((?!command:|https:)/);
  });

  test.each(steps)('$id: done when something has happened that can happen', ({ completionEvents }) => {
    expect(completionEvents.length).toBeGreaterThan(0);
    for (const event of completionEvents) {
      const [, kind, what = ''] = /^(\w+):(.+)$/.exec(event) ?? [];
      expect(['onCommand', 'onContext']).toContain(kind);
      if (kind === 'onCommand') expect(known).toContain(what);
      // Contexts are set by the client.
      else expect(read('client/src/seedShown.ts').toString()).toContain(`'setContext', '${what}'`);
    }
  });

  test.each(steps)('$id: a small picture, said in words as well', ({ media }) => {
    expect(media.altText).toMatch(/^[A-Z].{40,200}\.$/);
    const picture = read(media.image ?? '');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeLessThan(60_000);
  });

  test.each(steps)('$id: short, plain and friendly', ({ title, description }) => {
    expect(title.length).toBeLessThan(30);
    const words = description.replace(/\(command:[^)]*\)/g, '').split(/\s+/);
    expect(words.length).toBeLessThan(75);
    expect(description).not.toMatch(/please|simply|just\b|!/i);
  });

  test('the test finds commands among arguments', () => {
    expect(commandsIn('[a](command:runCommands?%7B%22commands%22%3A%5B%22x.y%22%5D%7D) [b](command:z)')).toEqual([
      'runCommands',
      'x.y',
      'z',
    ]);
  });
});
