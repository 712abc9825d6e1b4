import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATEGORY, COMMANDS, type CommandEntry, SUBMENU } from '../client/src/commands/table.ts';
import { SETTINGS, type SettingEntry } from '../client/src/settings.ts';
import { CONTAINER, VIEW_MENUS, VIEW_WELCOMES, VIEWS } from '../client/src/views/table.ts';
import { TOKEN_TYPES } from '../server/src/protocol.ts';

/** What VS Code reads of package.json, as far as the client's tables say it. */
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: unknown; readonly description: string };
    readonly virtualWorkspaces: unknown;
  };
  readonly contributes: {
    readonly languages: readonly { readonly id: string }[];
    readonly commands: readonly object[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly submenus: readonly object[];
    readonly viewsContainers: object;
    readonly views: object;
    readonly viewsWelcome: readonly object[];
    readonly keybindings: readonly { readonly when?: string }[];
    readonly configuration: { readonly title: string; readonly properties: Readonly<Record<string, object>> };
    readonly colors: readonly { readonly id: string }[];
  };
}

const manifest: Manifest = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const { contributes } = manifest;
const commands: readonly CommandEntry[] = COMMANDS;
const settings: readonly SettingEntry[] = SETTINGS;

describe('the manifest declares what the code has', () => {
  test('commands', () => {
    expect(contributes.commands).toEqual(
      commands.map(({ id, title, icon }) => ({
        command: id,
        title,
        category: CATEGORY,
        ...(icon === undefined ? {} : { icon }),
      })),
    );
  });

  test('when the command palette offers them', () => {
    expect(contributes.menus.commandPalette).toEqual(commands.map(({ id, when }) => ({ command: id, when })));
  });

  test('what writes into the seed is not offered in an editor that is locked', () => {
    const offer = contributes.menus.commandPalette?.find(({ command }) => command === 'seedmark.fillMetadata');
    expect(offer).toMatchObject({ when: expect.stringContaining('!activeEditorIsReadonly') });
  });

  test('the context menu of the editor', () => {
    const entriesOf = (wanted: string | undefined) =>
      commands.flatMap(({ id, contextMenu }) => {
        if (contextMenu === undefined || contextMenu.menu !== wanted) return [];
        return [{ command: id, when: contextMenu.when, group: contextMenu.group }];
      });
    const submenu = { submenu: SUBMENU, when: 'editorLangId == seed', group: '1_seedmark@9' };
    expect(contributes.menus['editor/context']).toEqual([...entriesOf(undefined), submenu]);
    expect(contributes.menus[SUBMENU]).toEqual(entriesOf(SUBMENU));
    expect(contributes.submenus).toEqual([{ id: SUBMENU, label: CATEGORY }]);
  });

  test('the menus of the views', () => {
    for (const [menu, entries] of Object.entries(VIEW_MENUS)) expect(contributes.menus[menu], menu).toEqual(entries);
  });

  test('no menu names a command that nobody declares', () => {
    const declared = new Set(commands.map(({ id }): string => id));
    const named = Object.values(contributes.menus).flatMap((entries) =>
      entries.flatMap(({ command }) => command ?? []),
    );
    expect(named.filter((id) => !declared.has(id))).toEqual([]);
  });

  test('no other menus', () => {
    expect(Object.keys(contributes.menus).sort()).toEqual(
      ['commandPalette', 'editor/context', SUBMENU, ...Object.keys(VIEW_MENUS)].sort(),
    );
  });

  test('the views, and what they say when they are empty', () => {
    expect(contributes.viewsContainers).toEqual({ activitybar: [CONTAINER] });
    expect(contributes.views).toEqual({ [CONTAINER.id]: VIEWS });
    expect(contributes.viewsWelcome).toEqual(VIEW_WELCOMES);
    expect(fs.existsSync(new URL(`../${CONTAINER.icon}`, import.meta.url))).toBe(true);
  });

  test('keybindings', () => {
    const expected = commands.flatMap(({ id, keys }) => (keys ?? []).map((key) => ({ command: id, ...key })));
    expect(contributes.keybindings).toEqual(expected);
  });

  test('settings', () => {
    expect(contributes.configuration).toEqual({
      title: CATEGORY,
      properties: Object.fromEntries(settings.map(({ id, ...declared }) => [id, declared])),
    });
  });
});

describe('the tables make sense', () => {
  test('ids are unique and ours', () => {
    const ids = [...commands, ...settings].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const id of ids) expect(id).toMatch(/^seedmark\./);
  });

  test('a title ends in an ellipsis or names what it does, and does not repeat the category', () => {
    for (const { title } of commands) expect(title).toMatch(/^(?!Seedmark)[A-Z]\w+( \w+)*…?$/);
  });

  test('every command can be reached by keyboard: in the palette, with a condition', () => {
    for (const { id, when } of commands) expect(when, id).not.toBe('');
  });

  test('keys work in a seed’s text or in a row of a view only, and on a Mac without Ctrl+K, which deletes to the end of the line', () => {
    for (const { keys } of commands) {
      for (const { key, mac, when } of keys ?? []) {
        expect([
          'editorTextFocus && editorLangId == seed',
          'focusedView == seedmark.annotations && listFocus && !inputFocus',
        ]).toContain(when);
        if (key.startsWith('ctrl+k')) expect(mac).toMatch(/^cmd\+k /);
      }
    }
  });

  test('settings are described, and a default is one of the choices', () => {
    for (const setting of settings) {
      expect(setting.markdownDescription).toMatch(/\.$/);
      if (setting.enum) expect(setting.enum).toContain(setting.default);
      expect(setting.enumDescriptions?.length).toBe(setting.enum?.length);
    }
  });
});

describe('when Seedmark starts', () => {
  test('with a seed or in a folder that has something of ours, never with VS Code', () => {
    expect(manifest.activationEvents).toEqual([
      'onLanguage:seed',
      'workspaceContains:**/seedmark.yaml',
      'workspaceContains:**/*.annotations.yaml',
    ]);
  });

  test('the languages that conditions name are contributed', () => {
    const known = contributes.languages.map(({ id }) => id);
    const conditions = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(
      ({ when }) => when ?? '',
    );
    const named = conditions.flatMap((when) =>
      [...when.matchAll(/\b(?:editorLangId|resourceLangId) == (\w+)/g)].map(([, id]) => id),
    );
    const activating = manifest.activationEvents
      .filter((event) => event.startsWith('onLanguage:'))
      .map((event) => event.slice(11));
    expect(named.length).toBeGreaterThan(0);
    for (const id of [...named, ...activating]) expect(known).toContain(id);
  });

  test('untrusted and virtual workspaces are supported, with the reason for every limit', () => {
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe('limited');
    expect(manifest.capabilities.untrustedWorkspaces.description).toMatch(/program.*links/);
    expect(manifest.capabilities.virtualWorkspaces).toBe(true);
    expect(manifest.extensionKind).toEqual(['workspace', 'ui']);
  });
});

test('each type has the colours that decorations use', () => {
  const ids = contributes.colors.map(({ id }) => id);
  for (const type of TOKEN_TYPES)
    expect(ids).toEqual(expect.arrayContaining([`seedmark.${type}`, `seedmark.${type}.background`]));
  expect(ids).toEqual(expect.arrayContaining(['seedmark.rejected', 'seedmark.orphan']));
});
