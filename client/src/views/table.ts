/** The views and their menus as `package.json` must declare them; `test/manifest.test.ts` compares. No 'vscode' here, so that it can. */

export const CONTAINER = { id: 'seedmark', title: 'Seedmark', icon: 'images/view.svg' } as const;
export const ANNOTATIONS_VIEW = 'seedmark.annotations';
export const SUGGESTIONS_VIEW = 'seedmark.suggestions';
export const ENTITIES_VIEW = 'seedmark.entities';

export const VIEWS = [
  { id: ANNOTATIONS_VIEW, name: 'Annotations', icon: CONTAINER.icon, contextualTitle: CONTAINER.title },
  { id: SUGGESTIONS_VIEW, name: 'Suggestions', icon: CONTAINER.icon, contextualTitle: CONTAINER.title },
  { id: ENTITIES_VIEW, name: 'Entities', icon: CONTAINER.icon, contextualTitle: CONTAINER.title },
] as const;

const inAnnotations = `view == ${ANNOTATIONS_VIEW}`;
const inSuggestions = `view == ${SUGGESTIONS_VIEW}`;
const inEntities = `view == ${ENTITIES_VIEW}`;
const place = `${inAnnotations} && viewItem =~ /^(annotation|orphan)$/`;
const orphan = `${inAnnotations} && viewItem == orphan`;
const annotation = `${inAnnotations} && viewItem == annotation`;
const group = `${inSuggestions} && viewItem == suggestions`;
const entity = `${inEntities} && viewItem == entity`;
const sentence = `${inEntities} && viewItem == sentence`;
const undecided = `${inSuggestions} && viewItem =~ /^(suggestions|mention)$/`;

export const VIEW_MENUS = {
  'view/title': [
    { command: 'seedmark.filterAnnotations', when: inAnnotations, group: 'navigation@1' },
    {
      command: 'seedmark.clearAnnotationFilter',
      when: `${inAnnotations} && seedmark.annotationsFiltered`,
      group: 'navigation@2',
    },
    {
      command: 'seedmark.annotationsInOrder',
      when: `${inAnnotations} && seedmark.annotationsOrder != text`,
      group: 'navigation@3',
    },
    {
      command: 'seedmark.annotationsByType',
      when: `${inAnnotations} && seedmark.annotationsOrder == text`,
      group: 'navigation@3',
    },
    { command: 'seedmark.review', when: `${inSuggestions} && seedmark.seedInSight`, group: 'navigation@1' },
    {
      command: 'seedmark.suggestionsInOrder',
      when: `${inSuggestions} && seedmark.suggestionsOrder != text`,
      group: 'navigation@2',
    },
    {
      command: 'seedmark.suggestionsByCount',
      when: `${inSuggestions} && seedmark.suggestionsOrder == text`,
      group: 'navigation@2',
    },
    { command: 'seedmark.filterEntities', when: inEntities, group: 'navigation@1' },
    {
      command: 'seedmark.clearEntityFilter',
      when: `${inEntities} && seedmark.entitiesFiltered`,
      group: 'navigation@2',
    },
    { command: 'seedmark.filterEntityTypes', when: inEntities, group: 'navigation@3' },
    {
      command: 'seedmark.entitiesByMentions',
      when: `${inEntities} && seedmark.entitiesOrder != mentions`,
      group: '1_order@1',
    },
    { command: 'seedmark.entitiesByName', when: `${inEntities} && seedmark.entitiesOrder != name`, group: '1_order@2' },
    { command: 'seedmark.entitiesByDate', when: `${inEntities} && seedmark.entitiesOrder != date`, group: '1_order@3' },
    { command: 'seedmark.dossier', when: inEntities, group: '2_see@1' },
  ],
  'view/item/context': [
    { command: 'seedmark.placeAnnotation', when: orphan, group: 'inline@1' },
    { command: 'seedmark.linkEntity', when: annotation, group: 'inline@1' },
    { command: 'seedmark.addNote', when: annotation, group: 'inline@2' },
    { command: 'seedmark.changeType', when: annotation, group: 'inline@3' },
    { command: 'seedmark.removeAnnotation', when: place, group: 'inline@4' },
    { command: 'seedmark.showRelations', when: annotation, group: '1_see@1' },
    { command: 'seedmark.placeAnnotation', when: orphan, group: '2_change@1' },
    { command: 'seedmark.changeType', when: place, group: '2_change@2' },
    { command: 'seedmark.linkEntity', when: place, group: '2_change@3' },
    { command: 'seedmark.addNote', when: place, group: '2_change@4' },
    { command: 'seedmark.relate', when: annotation, group: '2_change@5' },
    { command: 'seedmark.removeAnnotation', when: place, group: '3_remove@1' },
    { command: 'seedmark.acceptSuggestions', when: group, group: 'inline@1' },
    { command: 'seedmark.rejectSuggestions', when: group, group: 'inline@2' },
    { command: 'seedmark.review', when: undecided, group: 'inline@3' },
    { command: 'seedmark.acceptSuggestions', when: group, group: '1_decide@1' },
    { command: 'seedmark.rejectSuggestions', when: group, group: '1_decide@2' },
    { command: 'seedmark.review', when: undecided, group: '1_decide@3' },
    { command: 'seedmark.dossier', when: entity, group: 'inline@1' },
    { command: 'seedmark.dossier', when: entity, group: '1_see@1' },
    { command: 'seedmark.showMentions', when: entity, group: '1_see@2' },
    { command: 'seedmark.copyName', when: entity, group: '2_copy@1' },
    { command: 'seedmark.copyQuotation', when: sentence, group: 'inline@1' },
    { command: 'seedmark.copyQuotation', when: sentence, group: '2_copy@1' },
    { command: 'seedmark.tagAll', when: sentence, group: '3_change@1' },
  ],
} as const;

const noSeed = '!seedmark.seedInSight';

/** What an empty view says: what to do next. */
export const VIEW_WELCOMES = [
  {
    view: ANNOTATIONS_VIEW,
    when: noSeed,
    contents:
      'No seed is open. A seed is a source document kept as plain text: a .seed file, or a .txt file in a folder “seeds”.\n[Open a Seed…](command:workbench.action.quickOpen)\n[New Seed from Clipboard…](command:seedmark.newSeedFromClipboard)\nAny other text that is open can be treated as one.\n[Treat as Seed](command:seedmark.treatAsSeed)',
  },
  {
    view: ANNOTATIONS_VIEW,
    when: 'seedmark.seedInSight && !seedmark.annotationsFiltered',
    contents:
      'Nothing is annotated in this seed yet. Select a name, press Shift+Alt+T and a letter: P for a person, O for an organisation. With nothing selected, the name at the cursor is tagged.\n[Tag Selection As…](command:seedmark.tag)\nOr decide on what was found by itself, one key a name.\n[Review Suggestions](command:seedmark.review)',
  },
  {
    view: ANNOTATIONS_VIEW,
    when: 'seedmark.seedInSight && seedmark.annotationsFiltered',
    contents: 'No annotation of this seed passes the filter.\n[Clear Filter](command:seedmark.clearAnnotationFilter)',
  },
  {
    view: SUGGESTIONS_VIEW,
    when: noSeed,
    contents: 'The names and times of an open seed are listed here until somebody has decided on them.',
  },
  {
    view: SUGGESTIONS_VIEW,
    when: 'seedmark.seedInSight',
    contents:
      'Everything that was found in this seed is decided. Names that were not found are tagged by hand: select one, then press Shift+Alt+T and a letter.\n[Tag Selection As…](command:seedmark.tag)',
  },
  {
    view: ENTITIES_VIEW,
    when: '!seedmark.entitiesFiltered',
    contents:
      'Who and what the seeds of this workspace name is listed here, with the sentences. There are no seeds yet: .seed files, or .txt files in a folder “seeds”.\n[New Seed from Clipboard…](command:seedmark.newSeedFromClipboard)',
  },
  {
    view: ENTITIES_VIEW,
    when: 'seedmark.entitiesFiltered',
    contents: 'Nothing that the seeds name passes the filter.\n[Clear Filter](command:seedmark.clearEntityFilter)',
  },
] as const;
