/** The commands as `package.json` must declare them; `test/manifest.test.ts` compares. No 'vscode' here, so that it can. */

export const CATEGORY = 'Seedmark';

/** A menu of ours in the editor's context menu, for what is done less often. */
export const SUBMENU = 'seedmark.annotation';

export interface CommandEntry {
  readonly id: string;
  readonly title: string;
  /** When the command palette offers it. */
  readonly when: string;
  /** Whether hovers and code actions may link to it: commands that navigate or ask. */
  readonly linkable: boolean;
  /** Shown in the title of a view, and beside its rows. */
  readonly icon?: string;
  readonly keys?: readonly { readonly key: string; readonly mac?: string; readonly when: string }[];
  /** Place in the editor's context menu, or in the menu of ours that it leads to. */
  readonly contextMenu?: { readonly when: string; readonly group: string; readonly menu?: typeof SUBMENU };
}

const inSeed = 'editorLangId == seed';
/** What writes into the seed itself: VS Code would let an edit into an editor that is locked, and nobody could undo it. */
const inWriteableSeed = `${inSeed} && !activeEditorIsReadonly`;
/** A text that is no seed yet; what other extensions show in an editor (output, versions of git) is none. */
const inOtherText = 'editorLangId && editorLangId != seed && resourceScheme != output && resourceScheme != git';
const typingInSeed = 'editorTextFocus && editorLangId == seed';
const amongAnnotations = 'focusedView == seedmark.annotations && listFocus && !inputFocus';

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
    id: 'seedmark.tagAgain',
    title: 'Tag as the Last Type',
    when: inSeed,
    linkable: false,
    keys: [{ key: 'shift+alt+y', when: typingInSeed }],
  },
  {
    id: 'seedmark.review',
    title: 'Review Suggestions',
    when: inSeed,
    linkable: true,
    icon: '$(play)',
    keys: [{ key: 'shift+alt+v', when: typingInSeed }],
    contextMenu: { when: inSeed, group: '1_seedmark@4' },
  },
  {
    id: 'seedmark.acceptSuggestions',
    title: 'Accept Suggestion',
    when: inSeed,
    linkable: false,
    icon: '$(check-all)',
    contextMenu: { when: inSeed, group: '1_decide@1', menu: SUBMENU },
  },
  {
    id: 'seedmark.rejectSuggestions',
    title: 'Reject Suggestion',
    when: inSeed,
    linkable: false,
    icon: '$(circle-slash)',
    contextMenu: { when: inSeed, group: '1_decide@2', menu: SUBMENU },
  },
  {
    id: 'seedmark.linkEntity',
    title: 'Link to Entity…',
    when: inSeed,
    linkable: true,
    icon: '$(link)',
    keys: [{ key: 'shift+alt+l', when: typingInSeed }],
    contextMenu: { when: inSeed, group: '2_say@1', menu: SUBMENU },
  },
  {
    id: 'seedmark.addFact',
    title: 'Add Fact…',
    when: inSeed,
    linkable: true,
    keys: [{ key: 'shift+alt+g', when: typingInSeed }],
    contextMenu: { when: inSeed, group: '4_facts@1', menu: SUBMENU },
  },
  {
    id: 'seedmark.newEntity',
    title: 'New Entity from Selection…',
    when: inSeed,
    linkable: true,
    contextMenu: { when: inSeed, group: '4_facts@2', menu: SUBMENU },
  },
  {
    id: 'seedmark.mergeEntities',
    title: 'Merge Entities…',
    when: 'true',
    linkable: true,
  },
  {
    id: 'seedmark.addNote',
    title: 'Add Note…',
    when: inSeed,
    linkable: true,
    icon: '$(note)',
    keys: [{ key: 'shift+alt+m', when: typingInSeed }],
    contextMenu: { when: inSeed, group: '2_say@2', menu: SUBMENU },
  },
  {
    id: 'seedmark.setAttribute',
    title: 'Set Attribute…',
    when: inSeed,
    linkable: true,
    contextMenu: { when: inSeed, group: '2_say@3', menu: SUBMENU },
  },
  {
    id: 'seedmark.relate',
    title: 'Relate to…',
    when: inSeed,
    linkable: true,
    contextMenu: { when: inSeed, group: '2_say@4', menu: SUBMENU },
  },
  {
    id: 'seedmark.changeType',
    title: 'Change Type…',
    when: inSeed,
    linkable: true,
    icon: '$(symbol-class)',
    contextMenu: { when: inSeed, group: '3_change@1', menu: SUBMENU },
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
    id: 'seedmark.removeRelation',
    title: 'Remove Relation…',
    when: inSeed,
    linkable: true,
    contextMenu: { when: inSeed, group: '3_change@2', menu: SUBMENU },
  },
  {
    id: 'seedmark.removeAnnotation',
    title: 'Remove Annotation',
    when: inSeed,
    linkable: true,
    icon: '$(trash)',
    contextMenu: { when: inSeed, group: '1_seedmark@2' },
  },
  {
    id: 'seedmark.placeAnnotation',
    title: 'Place Annotation Again…',
    when: inSeed,
    linkable: true,
    icon: '$(target)',
  },
  {
    id: 'seedmark.showRelations',
    title: 'Show Relations',
    when: inSeed,
    linkable: true,
    contextMenu: { when: inSeed, group: '1_seedmark@8' },
  },
  // In facts files, too, which have no language of their own.
  { id: 'seedmark.showMentions', title: 'Show All Mentions', when: 'seedmark.active', linkable: true },
  {
    id: 'seedmark.nextAnnotation',
    title: 'Next Annotation',
    when: inSeed,
    linkable: false,
    keys: [{ key: 'shift+alt+j', when: typingInSeed }],
  },
  {
    id: 'seedmark.previousAnnotation',
    title: 'Previous Annotation',
    when: inSeed,
    linkable: false,
    keys: [{ key: 'shift+alt+k', when: typingInSeed }],
  },
  {
    id: 'seedmark.nextSuggestion',
    title: 'Next Suggestion',
    when: inSeed,
    linkable: false,
    keys: [{ key: 'shift+alt+n', when: typingInSeed }],
  },
  {
    id: 'seedmark.previousSuggestion',
    title: 'Previous Suggestion',
    when: inSeed,
    linkable: false,
    keys: [{ key: 'shift+alt+p', when: typingInSeed }],
  },
  { id: 'seedmark.nextOrphan', title: 'Next Annotation Without a Place', when: inSeed, linkable: false },
  // The views.
  {
    id: 'seedmark.filterAnnotations',
    title: 'Filter Annotations…',
    when: 'seedmark.active',
    linkable: false,
    icon: '$(filter)',
  },
  {
    id: 'seedmark.clearAnnotationFilter',
    title: 'Clear Filter',
    when: 'seedmark.annotationsFiltered',
    linkable: false,
    icon: '$(clear-all)',
  },
  {
    id: 'seedmark.annotationsByType',
    title: 'List Annotations by Type',
    when: 'seedmark.annotationsOrder == text',
    linkable: false,
    icon: '$(group-by-ref-type)',
  },
  {
    id: 'seedmark.annotationsInOrder',
    title: 'List Annotations in Document Order',
    when: 'seedmark.annotationsOrder == type',
    linkable: false,
    icon: '$(list-ordered)',
  },
  {
    id: 'seedmark.suggestionsByCount',
    title: 'List Most Frequent Suggestions First',
    when: 'seedmark.suggestionsOrder == text',
    linkable: false,
    icon: '$(sort-precedence)',
  },
  {
    id: 'seedmark.suggestionsInOrder',
    title: 'List Suggestions in Document Order',
    when: 'seedmark.suggestionsOrder == count',
    linkable: false,
    icon: '$(list-ordered)',
  },
  {
    id: 'seedmark.filterEntities',
    title: 'Filter Entities…',
    when: 'seedmark.active',
    linkable: false,
    icon: '$(filter)',
  },
  {
    id: 'seedmark.filterEntityTypes',
    title: 'Choose Types of Entities…',
    when: 'seedmark.active',
    linkable: false,
    icon: '$(symbol-class)',
  },
  {
    id: 'seedmark.clearEntityFilter',
    title: 'Clear Filter of Entities',
    when: 'seedmark.entitiesFiltered',
    linkable: false,
    icon: '$(clear-all)',
  },
  {
    id: 'seedmark.entitiesByMentions',
    title: 'List Most Frequent Entities First',
    when: 'seedmark.active && seedmark.entitiesOrder != mentions',
    linkable: false,
  },
  {
    id: 'seedmark.entitiesByName',
    title: 'List Entities by Name',
    when: 'seedmark.active && seedmark.entitiesOrder != name',
    linkable: false,
  },
  {
    id: 'seedmark.entitiesByDate',
    title: 'List Entities by Latest Date',
    when: 'seedmark.active && seedmark.entitiesOrder != date',
    linkable: false,
  },
  // Of a row: it makes no sense without one.
  { id: 'seedmark.copyName', title: 'Copy Name', when: 'false', linkable: false },
  // The palette takes the focus from the row: it is for the key.
  {
    id: 'seedmark.removeListed',
    title: 'Remove Annotation of the Row',
    when: 'false',
    linkable: false,
    keys: [{ key: 'delete', mac: 'cmd+backspace', when: amongAnnotations }],
  },
  { id: 'seedmark.fillMetadata', title: 'Fill In Missing Metadata…', when: inWriteableSeed, linkable: true },
  // What quick fixes run; it makes no sense without its argument.
  { id: 'seedmark.applyFix', title: 'Apply Quick Fix', when: 'false', linkable: false },
  // Always: it starts the extension where nothing else has.
  { id: 'seedmark.newSeedFromClipboard', title: 'New Seed from Clipboard…', when: 'true', linkable: false },
  { id: 'seedmark.treatAsSeed', title: 'Treat as Seed', when: inOtherText, linkable: false },
  {
    id: 'seedmark.copyQuotation',
    title: 'Copy as Quotation',
    when: inSeed,
    linkable: false,
    icon: '$(copy)',
    contextMenu: { when: inSeed, group: '9_cutcopypaste@9' },
  },
  {
    id: 'seedmark.dossier',
    title: 'Dossier…',
    when: 'seedmark.active',
    linkable: true,
    icon: '$(notebook)',
    contextMenu: { when: inSeed, group: '1_seedmark@7' },
  },
  { id: 'seedmark.export', title: 'Export…', when: 'seedmark.active', linkable: false },
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
