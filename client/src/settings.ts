/** The settings as `package.json` must declare them; `test/manifest.test.ts` compares. No 'vscode' here, so that it can. */

export interface SettingEntry {
  readonly id: string;
  readonly type: 'string' | 'boolean';
  readonly default: string | boolean;
  readonly scope: 'application' | 'window' | 'resource';
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

/** Matters of taste only: what changes an answer stands in `seedmark.yaml`, so that a team and CI agree. */
export const SETTINGS = [
  {
    id: 'seedmark.annotator',
    type: 'string',
    default: '',
    scope: 'window',
    markdownDescription:
      'Your name or initials, written as `by` into each annotation that you make. Empty: annotations carry no name.',
  },
  {
    id: 'seedmark.codeLens',
    type: 'boolean',
    default: false,
    scope: 'window',
    markdownDescription:
      'A line above each seed says how many people, organisations, places and the like it names, how many dates it gives, and how many of them nobody has decided on. It moves the text down by a line. `#editor.codeLens#` turns all such lines off.',
  },
  {
    id: 'seedmark.inlayHints.times',
    type: 'string',
    default: 'relative',
    scope: 'window',
    markdownDescription:
      'Which times have their value written behind them, as an inlay hint: `on Monday` `2021-07-05`. The text itself stays as it is. `#editor.inlayHints.enabled#` turns all hints off, or shows them only while Ctrl+Alt is held.',
    enum: ['off', 'relative', 'all'],
    enumDescriptions: [
      'None.',
      'Those whose value the text does not say itself: “on Monday”, “last week”, “June 11”.',
      'Also dates that name their year.',
    ],
  },
  {
    id: 'seedmark.trace.server',
    type: 'string',
    default: 'messages',
    scope: 'window',
    markdownDescription:
      'How much of the conversation with the language server goes into the log while the log level of *Seedmark* is *Trace* (command `Developer: Set Log Level…`).',
    enum: ['messages', 'compact', 'verbose'],
    enumDescriptions: [
      'Names and times of messages.',
      'Messages without their contents.',
      'Messages with their contents.',
    ],
  },
] as const satisfies readonly SettingEntry[];

export type SettingId = (typeof SETTINGS)[number]['id'];
