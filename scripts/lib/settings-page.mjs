// docs/settings.md as package.json says it: one page with what a user can set, run, press and colour.

/**
 * @typedef {object} Manifest
 * @property {{
 *   configuration: { properties: Record<string, Setting> },
 *   commands: readonly { command: string, title: string, category: string }[],
 *   menus: Record<string, readonly { command: string, when?: string }[]>,
 *   keybindings: readonly { command: string, key: string, mac?: string }[],
 *   colors: readonly { id: string, description: string, defaults: Record<string, string> }[],
 *   configurationDefaults: Record<string, unknown>,
 * }} contributes
 *
 * @typedef {object} Setting
 * @property {unknown} default
 * @property {string} markdownDescription
 * @property {readonly string[]} [enum]
 * @property {readonly string[]} [enumDescriptions]
 */

/** @param {Manifest} manifest */
export function settingsPage({ contributes }) {
  return `# Settings, commands and colours

_Written by \`npm run docs\` from \`package.json\`; a test compares._

Settings are few and a matter of taste. What changes an answer (types, required fields, severities) stands in
[\`seedmark.yaml\`](project-format.md), so that a team and its CI agree.

## Settings

${Object.entries(contributes.configuration.properties).map(setting).join('\n\n')}

For seeds, Seedmark also gives some of VS Code's own settings another default; yours win:

${seedDefaults(contributes.configurationDefaults)}

## Commands

${table(['Command', 'Id', 'Keys'], contributes.commands.filter(isOffered(contributes.menus)).map(command(contributes)))}

Each is in the command palette, the keys work in the text of a seed. Others can be set under _Keyboard Shortcuts_ by the command's id.

## Colours

For \`workbench.colorCustomizations\`. Each colour but the last two has a second one that ends in \`.background\`, for annotations that overlap.

${table(['Colour', 'What', 'Light', 'Dark'], contributes.colors.filter(({ id }) => !id.endsWith('.background')).map(colour))}
`;
}

/** @param {[string, Setting]} entry */
function setting([id, { default: value, markdownDescription, enum: values, enumDescriptions = [] }]) {
  const choices = (values ?? []).map((one, i) => `- \`${one}\`: ${enumDescriptions[i]}`).join('\n');
  // The formatter of this repository writes emphasis with underscores.
  // Between hashes VS Code links to another setting.
  const text = markdownDescription.replace(/\*([^*\s][^*]*)\*/g, '_$1_').replace(/`#([\w.]+)#`/g, '`$1`');
  return `### \`${id}\`\n\n${text}\n\n${choices && `${choices}\n\n`}Default: \`${JSON.stringify(value)}\`.`;
}

/** @param {Record<string, unknown>} defaults */
function seedDefaults(defaults) {
  return Object.entries(/** @type {Record<string, unknown>} */ (defaults['[seed]'] ?? {}))
    .map(([id, value]) => `- \`${id}\`: \`${JSON.stringify(value)}\``)
    .join('\n');
}

/**
 * @param {Manifest['contributes']['menus']} menus
 * @returns {(command: { command: string }) => boolean} Whether the palette ever has it.
 */
function isOffered({ commandPalette = [] }) {
  return ({ command: id }) => commandPalette.find((entry) => entry.command === id)?.when !== 'false';
}

/**
 * @param {Manifest['contributes']} contributes
 * @returns {(entry: Manifest['contributes']['commands'][number]) => string[]}
 */
function command({ keybindings }) {
  return ({ command: id, title, category }) => {
    const keys = keybindings
      .filter((binding) => binding.command === id)
      .map(({ key, mac }) => (mac === undefined ? `\`${key}\`` : `\`${key}\` (Mac: \`${mac}\`)`));
    return [`${category}: ${title}`, `\`${id}\``, keys.join(', ')];
  };
}

/** @param {Manifest['contributes']['colors'][number]} entry */
function colour({ id, description, defaults }) {
  return [`\`${id}\``, description, `\`${defaults.light}\``, `\`${defaults.dark}\``];
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
