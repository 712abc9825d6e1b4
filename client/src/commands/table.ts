/** The commands as `package.json` must declare them; `test/manifest.test.ts` compares. No 'vscode' here, so that it can. */

export const CATEGORY = 'Seedmark';

export interface CommandEntry {
  readonly id: string;
  readonly title: string;
  /** When the command palette offers it. */
  readonly when: string;
  /** Whether hovers and code actions may link to it: commands that navigate or ask. */
  readonly linkable: boolean;
  readonly keys?: readonly { readonly key: string; readonly mac?: string; readonly when: string }[];
  /** Place in the editor's context menu. */
  readonly contextMenu?: { readonly when: string; readonly group: string };
}

const inSeed = 'editorLangId == seed';
/** What writes into the seed itself: VS Code would let an edit into an editor that is locked, and nobody could undo it. */
const inWriteableSeed = `${inSeed} && !activeEditorIsReadonly`;
/** A text that is no seed yet; what other extensions show in an editor (output, versions of git) is none. */
const inOtherText = 'editorLangId && editorLangId != seed && resourceScheme != output && resourceScheme != git';
const typingInSeed = 'editorTextFocus && editorLangId == seed';

export const COMMANDS = [
  {
    id: 'seedmark.tag',
    title: 'Tag Selection As…',
    when: inSeed,
    linkable: true,
    keys: [
      { key: 'ctrl+k t', mac: 'cmd+k t', when: typingInSeed },
      { key: 'shift+alt+t', when: typingInSeed },
    ],
    contextMenu: { when: inSeed, group: '1_seedmark@1' },
  },
  {
    id: 'seedmark.tagAll',
    title: 'Tag All Occurrences…',
    when: inSeed,
    linkable: true,
    keys: [{ key: 'ctrl+k shift+t', mac: 'cmd+k shift+t', when: typingInSeed }],
    contextMenu: { when: inSeed, group: '1_seedmark@3' },
  },
  {
    id: 'seedmark.removeAnnotation',
    title: 'Remove Annotation',
    when: inSeed,
    linkable: true,
    contextMenu: { when: inSeed, group: '1_seedmark@2' },
  },
  { id: 'seedmark.placeAnnotation', title: 'Place Annotation Again…', when: inSeed, linkable: true },
  { id: 'seedmark.fillMetadata', title: 'Fill In Missing Metadata…', when: inWriteableSeed, linkable: true },
  // What quick fixes run; it makes no sense without its argument.
  { id: 'seedmark.applyFix', title: 'Apply Quick Fix', when: 'false', linkable: false },
  // Always: it starts the extension where nothing else has.
  { id: 'seedmark.newSeedFromClipboard', title: 'New Seed from Clipboard…', when: 'true', linkable: false },
  { id: 'seedmark.treatAsSeed', title: 'Treat as Seed', when: inOtherText, linkable: false },
  // Set by the client while it lives: an extension that was never started has no server and no log.
  { id: 'seedmark.restartServer', title: 'Restart Language Server', when: 'seedmark.active', linkable: true },
  { id: 'seedmark.showLog', title: 'Show Log', when: 'seedmark.active', linkable: true },
] as const satisfies readonly CommandEntry[];

export type CommandId = (typeof COMMANDS)[number]['id'];

/** The commands that what the server sends may link to. */
export function linkableCommands(): readonly string[] {
  const entries: readonly CommandEntry[] = COMMANDS;
  return entries.filter((entry) => entry.linkable).map((entry) => entry.id);
}
