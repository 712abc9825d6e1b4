/**
 * Seedmark's own requests, beside those of LSP: method names and plain types. The one file of the server that the
 * client may import. Positions are LSP positions (zero-based line, UTF-16 character).
 */

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A change of one file; offsets were turned into ranges of the file's present text. */
export interface FileEdit {
  readonly uri: string;
  /** The file is not there yet: create it empty first. */
  readonly create: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Why something could not be done: what, where and what to do. */
export interface Refusal {
  readonly problem: string;
  /** A file to open, and a place in it, where the reason can be seen. */
  readonly uri?: string;
  readonly range?: Range;
}

export interface TypeChoice {
  readonly id: string;
  readonly label: string;
  /** The letter that picks the type. */
  readonly key: string;
  readonly description: string;
  readonly color: string;
  readonly attributes: readonly AttributeChoice[];
}

/** Something that an annotation of a type may say besides. */
export interface AttributeChoice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** All that it may be; any text will do where there is none. */
  readonly values?: readonly string[];
}

/** client -> server: what "Tag Selection As…" would tag. */
export const prepareTagRequest = 'seedmark/prepareTag';
export interface PrepareTagParams {
  readonly uri: string;
  /** The editor's selections; an empty one stands for the mention or word under the cursor. */
  readonly selections: readonly Range[];
}
export interface PrepareTagResult {
  /** What would be tagged: trimmed of blanks and punctuation, in document order, without repeats. */
  readonly targets: readonly {
    readonly range: Range;
    readonly text: string;
    /** The type recognised there, if any. */
    readonly type?: string;
  }[];
  readonly types: readonly TypeChoice[];
}

/** client -> server: compute the edit that annotates ranges with a type. */
export const tagRequest = 'seedmark/tag';
export interface TagParams {
  readonly uri: string;
  readonly ranges: readonly Range[];
  readonly type: string;
  /** What else is said of each, by name. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly note?: string;
  /** Id of the entry of the facts files that each is about. */
  readonly entity?: string;
  /** That they are not of this type: kept, so that it is not suggested again. */
  readonly rejected?: boolean;
  /** With `rejected`: nor are the same words anywhere else in the document. */
  readonly everywhere?: boolean;
  /** The annotator's name; '' for none. */
  readonly by: string;
  /** Version of the document in which the ranges were counted; ranges of another one are refused. */
  readonly version?: number;
}
export type EditResult = { readonly files: readonly FileEdit[] } | Refusal;

/** client -> server: the annotations at a position, innermost first, for "Remove Annotation". */
export const annotationsAtRequest = 'seedmark/annotationsAt';
export interface AnnotationsAtParams {
  readonly uri: string;
  readonly range: Range;
}
export interface AnnotationInfo {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly color: string;
  readonly status: 'confirmed' | 'suggested' | 'rejected';
  readonly quote: string;
  /** One range a part; empty where the annotation has no place. */
  readonly ranges: readonly Range[];
  /** Of one without a place: where it may belong, the best first, one range a part. */
  readonly candidates?: readonly (readonly Range[])[];
  /** Of one without a place: where it was, or would be looked for first. */
  readonly region?: Range;
  /** Id of an entry of the facts files, and its name where they have it. */
  readonly entity?: string;
  readonly entityName?: string;
  readonly note?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Who said so. */
  readonly by?: readonly string[];
  /** Of one that was rejected: it stands for its words as this type anywhere in the document. */
  readonly everywhere?: true;
}

/** How two annotations of a seed are related. */
export interface RelationInfo {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  /** Ids of the annotations at its ends, whether they are there or not. */
  readonly from: string;
  readonly to: string;
  readonly note?: string;
}

/** client -> server: compute the edit that removes annotations. */
export const removeRequest = 'seedmark/remove';
export interface RemoveParams {
  readonly uri: string;
  readonly ids: readonly string[];
}

/** client -> server: compute the edit that changes what annotations say; passages without one are annotated so. */
export const changeRequest = 'seedmark/change';
export interface ChangeParams {
  readonly uri: string;
  readonly targets: readonly ChangeTarget[];
  readonly change: AnnotationChange;
  /** The annotator's name; '' for none. */
  readonly by: string;
  /** Version of the document that ranges are from; of another one the edit is refused. */
  readonly version?: number;
}
/** An annotation by its id, all suggestions of a group, or a passage and what it is annotated as. */
export type ChangeTarget =
  | { readonly id: string }
  | { readonly group: string }
  | {
      readonly ranges: readonly Range[];
      readonly type: string;
      readonly attributes?: Readonly<Record<string, string>>;
      readonly entity?: string;
    };
/** What annotations are to say; what is not named stays. */
export interface AnnotationChange {
  readonly type?: string;
  readonly status?: 'confirmed' | 'rejected';
  /** With the status `rejected`: nor are the same words anywhere else in the document. */
  readonly everywhere?: boolean;
  /** '' takes it away. */
  readonly entity?: string;
  /** '' takes it away. */
  readonly note?: string;
  /** Values by name; '' takes one away. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** client -> server: what commands on annotations act on, for each selection: the annotation there, or what would be one. */
export const targetsRequest = 'seedmark/targets';
export interface TargetsParams {
  readonly uri: string;
  /** The editor's selections; an empty one stands for what is under the cursor. */
  readonly selections: readonly Range[];
}
export interface Targets {
  readonly version: number;
  readonly targets: readonly Target[];
  readonly types: readonly TypeChoice[];
}
export interface Target {
  readonly range: Range;
  /** The words, on one line. */
  readonly text: string;
  readonly annotation?: AnnotationInfo;
  /** Of words without an annotation: what they are taken for, if anything. */
  readonly type?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly entity?: string;
}

/** client -> server: a passage with a word more or less at either end; what is not there cannot be had. */
export const resizedRequest = 'seedmark/resized';
export interface ResizedParams {
  readonly uri: string;
  readonly range: Range;
}
export interface Resized {
  readonly version: number;
  readonly wider?: Range;
  readonly widerInFront?: Range;
  readonly narrower?: Range;
  readonly narrowerInFront?: Range;
}

/** client -> server: entries of the facts files that words may mean, the likeliest first. */
export const entitiesRequest = 'seedmark/entities';
export interface EntitiesParams {
  readonly uri: string;
  /** What is to be linked: the words of each passage. */
  readonly texts: readonly string[];
  /** Its type, where all have the same. */
  readonly type?: string;
  /** What the user has typed so far. */
  readonly query?: string;
}
export interface EntityChoice {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly description?: string;
  /** Why it is offered, for people: “the same name”, “named in this document”. */
  readonly why: string;
}

/** client -> server: compute the edit that makes a new entry in the facts files and links passages and annotations to it. */
export const newEntityRequest = 'seedmark/newEntity';
export interface NewEntityParams {
  readonly uri: string;
  readonly name: string;
  readonly type: string;
  readonly targets: readonly ChangeTarget[];
  readonly by: string;
  readonly version?: number;
}

/** client -> server: what a fact may be that some words of a seed say. */
export const factChoicesRequest = 'seedmark/factChoices';
export interface FactChoicesParams {
  readonly uri: string;
  readonly range: Range;
}
export interface FactChoices {
  /** What is known of entities of each type, the most frequent first: `born`, `role`. */
  readonly labels: readonly { readonly type: string; readonly what: string }[];
  /** ISO date that the sentence gives, with the words that give it. */
  readonly date?: { readonly value: string; readonly text: string };
  /** What the words name, if the facts know it. */
  readonly entity?: { readonly id: string; readonly name: string; readonly type: string };
  /** What else the sentence names that the facts know. */
  readonly near: readonly { readonly id: string; readonly name: string; readonly type: string }[];
}

/** client -> server: compute the edit that adds a fact to an entry of the facts files, or to a new one. */
export const addFactRequest = 'seedmark/addFact';
export interface AddFactParams {
  readonly uri: string;
  /** Where the seed says so: its line is written with the source. */
  readonly range: Range;
  readonly entity: string | { readonly name: string; readonly type: string };
  readonly what: string;
  readonly value: string;
  readonly on?: string;
}

/** client -> server: compute the edit that adds a name to those that an entry of the facts files goes by. */
export const addAliasRequest = 'seedmark/addAlias';
export interface AddAliasParams {
  readonly uri: string;
  readonly entity: string;
  readonly alias: string;
}

/** client -> server: compute the edit that makes several entries of the facts files one. */
export const mergeEntitiesRequest = 'seedmark/mergeEntities';
export interface MergeEntitiesParams {
  readonly kept: string;
  readonly others: readonly string[];
}
export type MergeEntitiesResult =
  | {
      readonly files: readonly FileEdit[];
      /** What changes, for people: one line a file, with the first place that changes. */
      readonly changes: readonly { readonly uri: string; readonly range: Range; readonly what: string }[];
    }
  | Refusal;

/** client -> server: all entries of the facts files that fit to what was typed; see {@link EntityChoice}. */
export const knownEntitiesRequest = 'seedmark/knownEntities';
export interface KnownEntitiesParams {
  readonly query: string;
  /** Ids that are not offered. */
  readonly except: readonly string[];
}

/** client -> server: the relations that the project knows; none where any will do. */
export const relationTypesRequest = 'seedmark/relationTypes';
export interface RelationTypesParams {
  readonly uri: string;
}
export interface RelationChoice {
  readonly id: string;
  readonly label: string;
  /** Types of annotations that it may begin and end at; any where there is none. */
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

/** client -> server: compute the edit that relates two annotations. */
export const relateRequest = 'seedmark/relate';
export interface RelateParams {
  readonly uri: string;
  readonly type: string;
  /** Ids of annotations. */
  readonly from: string;
  readonly to: string;
  readonly note?: string;
  readonly by: string;
}

/** client -> server: compute the edit that removes relations. */
export const unrelateRequest = 'seedmark/unrelate';
export interface UnrelateParams {
  readonly uri: string;
  readonly ids: readonly string[];
}

/** client -> server: where the same words, or other names of the same entity, stand: for "Tag All Occurrences…". */
export const occurrencesRequest = 'seedmark/occurrences';
export interface OccurrencesParams {
  readonly uri: string;
  /** Words to look for; an empty range stands for the annotation, mention or word there. */
  readonly ranges: readonly Range[];
  readonly scope: OccurrenceScope;
  /** What they are to be annotated as; by default what the words are known as. */
  readonly type?: string;
  /** Which of the answer's forms to look for; by default the words themselves. */
  readonly forms?: readonly string[];
  /** For `$/progress`, as LSP's own requests have it. */
  readonly workDoneToken?: string | number;
}
export type OccurrenceScope = 'document' | 'workspace';
export interface Occurrences {
  /** Version of the document that was looked at. */
  readonly version: number;
  /** What was asked for, trimmed as "Tag Selection As…" does it. */
  readonly ranges: readonly Range[];
  /** What the words are to be annotated as, if that is known. */
  readonly type?: string;
  /** Id of the entry of the facts files that they are known to be about, and its name. */
  readonly entity?: string;
  readonly entityName?: string;
  readonly types: readonly TypeChoice[];
  readonly forms: readonly OccurrenceForm[];
  /** Seeds in which there are some: the document first, then by name. */
  readonly seeds: readonly SeedOccurrences[];
  /** How many seeds were looked through. */
  readonly searched: number;
  /** Seeds that could not be read. */
  readonly unreadable: readonly string[];
  /** There are more than a list can hold. */
  readonly more: boolean;
}
/** A way in which a name is written. */
export interface OccurrenceForm {
  readonly text: string;
  /** The words themselves, another name of the entity, a short form of it in this document, or one in capitals. */
  readonly kind: 'text' | 'name' | 'short' | 'capitals';
  readonly sought: boolean;
}
export interface SeedOccurrences {
  readonly uri: string;
  /** Version of a seed that is open. */
  readonly version?: number;
  /** What tells the text of one that is not open from any other. */
  readonly mark?: string;
  /** In the order of the text; without those that are annotated already. */
  readonly occurrences: readonly Occurrence[];
  /** How many are annotated already. */
  readonly annotated: number;
  /** How many were rejected as this type. */
  readonly rejected: number;
}
export interface Occurrence {
  readonly range: Range;
  /** The sentence, on one line, and the words in it. */
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  /** The longer name in which alone the words stand here. */
  readonly inside?: string;
}

/** client -> server: compute the edit that annotates passages of many seeds with one type. */
export const tagAllRequest = 'seedmark/tagAll';
export interface TagAllParams {
  /** The seed in which the command runs. */
  readonly uri: string;
  readonly type: string;
  readonly entity?: string;
  /** The annotator's name; '' for none. */
  readonly by: string;
  readonly targets: readonly TagAllTarget[];
}
/** Passages of one seed, and its version or mark when they were found: of another text they are refused. */
export interface TagAllTarget {
  readonly uri: string;
  readonly version?: number;
  readonly mark?: string;
  readonly ranges: readonly Range[];
}
export type TagAllResult =
  | {
      readonly files: readonly FileEdit[];
      /** How many annotations are new, and in how many seeds. */
      readonly tagged: number;
      readonly seeds: number;
      /** Why seeds were left out. */
      readonly problems: readonly Refusal[];
    }
  | Refusal;

/** client -> server: compute the edit that gives an annotation another place. */
export const placeRequest = 'seedmark/place';
export interface PlaceParams {
  readonly uri: string;
  readonly id: string;
  /** Where it is to stand: its parts, one as a rule. */
  readonly ranges: readonly Range[];
  /** Version of the document that the ranges are from; of another one the edit is refused. */
  readonly version?: number;
}

/** client -> server: compute the edit that accepts a finding, so that it is not shown again. */
export const acceptRequest = 'seedmark/accept';
export interface AcceptParams {
  readonly uri: string;
  /** What tells the finding from others: the words it is about with what stands next to them, or the field that is missing. */
  readonly finding: {
    readonly code: string;
    readonly quote?: string;
    readonly field?: string;
    readonly before?: string;
    readonly after?: string;
    readonly note?: string;
  };
  /** The annotator's name; '' for none. */
  readonly by: string;
}

/** client -> server: compute the edit that adds a text to `never:` in the project file that holds for a seed. */
export const neverRequest = 'seedmark/never';
export interface NeverParams {
  readonly uri: string;
  readonly text: string;
}

/**
 * What a code action that changes an annotations file carries: one of our own requests, whose answer is the edit. The client's
 * command `seedmark.applyFix` runs it, so that the edit is saved and undone like every other; for editors without that
 * command the server answers it when the action is resolved.
 */
export interface SidecarFix {
  readonly method:
    | typeof tagRequest
    | typeof changeRequest
    | typeof acceptRequest
    | typeof removeRequest
    | typeof placeRequest
    | typeof neverRequest
    | typeof addAliasRequest;
  readonly params:
    | Omit<TagParams, 'by'>
    | Omit<ChangeParams, 'by'>
    | Omit<AcceptParams, 'by'>
    | RemoveParams
    | PlaceParams
    | NeverParams
    | AddAliasParams;
}

/** The client's command that runs a {@link SidecarFix}. */
export const APPLY_FIX = 'seedmark.applyFix';

/** client -> server: what "Fill In Missing Metadata…" asks for. */
export const missingMetadataRequest = 'seedmark/missingMetadata';
export interface MissingMetadataParams {
  readonly uri: string;
}
export interface MissingMetadata {
  /** Version of the document that was looked at. */
  readonly version: number;
  readonly steps: readonly MetadataStep[];
}
export interface MetadataStep {
  readonly key: string;
  readonly label: string;
  /** One sentence: what the field says of the document. */
  readonly meaning: string;
  readonly required: boolean;
  /** A value of it can be wrong: ask before it is taken. */
  readonly checked: boolean;
  /** What stands there now and is not right; '' where nothing does. */
  readonly value: string;
  /** Values that it may well have, each with the reason. */
  readonly suggestions: readonly { readonly value: string; readonly why: string }[];
}

/** client -> server: whether a value is right for a metadata field; null for a field that is not known. */
export const checkValueRequest = 'seedmark/checkValue';
export interface CheckValueParams {
  readonly key: string;
  readonly value: string;
}
export interface ValueCheck {
  /** The value as it is best written: a date as ISO. */
  readonly written: string;
  /** What is wrong and what to write instead; undefined for a good value, and for none. */
  readonly problem?: string;
  /** It can be read all the same, and may be right. */
  readonly doubtful: boolean;
}

/** client -> server: compute the edit of the seed's metadata that gives fields their values. */
export const fillMetadataRequest = 'seedmark/fillMetadata';
export interface FillMetadataParams {
  readonly uri: string;
  /** Version of the document that the edit is for; of another one it is refused. */
  readonly version: number;
  /** Values by the keys of their fields. */
  readonly values: Readonly<Record<string, string>>;
}
export type FillMetadataResult =
  | {
      readonly files: readonly FileEdit[];
      /** Labels of the fields that could not be written without changing something else. */
      readonly left: readonly string[];
    }
  | Refusal;

/** The client's command that shows where an annotation may belong, and asks. */
export const PLACE_ANNOTATION = 'seedmark.placeAnnotation';

/** The client's command that asks for what is missing. */
export const FILL_METADATA = 'seedmark.fillMetadata';

/** client -> server: what the editor shows of a document beside LSP's own features. */
export const overviewRequest = 'seedmark/overview';
export interface OverviewParams {
  readonly uri: string;
  /** The `id` of the overview that the asker has, '' where it has none: then the answer may leave out what stands in that. */
  readonly known?: string;
}
export interface Overview {
  /** Of an answer to one who may ask again with it as `known`. */
  readonly id?: string;
  /** How much of the lists of the known overview holds; `annotations` and `relations` have what stands between. */
  readonly kept?: { readonly annotations: KeptParts; readonly relations: KeptParts };
  /** Version of the document that was looked at. */
  readonly version: number;
  readonly mentions: number;
  readonly times: number;
  readonly findings: number;
  /** Words of the body, header and footer not counted; of Chinese and Japanese, characters. */
  readonly words: number;
  readonly annotations: readonly AnnotationInfo[];
  readonly relations: readonly RelationInfo[];
}

/** Numbers of items at the front and at the back of a list. */
export interface KeptParts {
  readonly front: number;
  readonly back: number;
}

/** client -> server: the names and times of a seed that nobody has decided on. */
export const suggestionsRequest = 'seedmark/suggestions';
export interface SuggestionsParams {
  readonly uri: string;
  /** Where it matters most: of a text with very many those round this place are told. */
  readonly around?: Position;
}
export interface Suggestions {
  /** Version of the document that was looked at. */
  readonly version: number;
  /** There are more, further up or down. */
  readonly more: boolean;
  /** In the order of the text. */
  readonly suggestions: readonly Suggestion[];
}
export interface Suggestion {
  /** Of an annotation that is kept as a suggestion. */
  readonly id?: string;
  readonly range: Range;
  /** The words, on one line. */
  readonly text: string;
  readonly type: string;
  readonly label: string;
  readonly color: string;
  /** Who suggests it: an annotation of the file, the facts, a rule, a list or the model. */
  readonly evidence: 'annotation' | 'facts' | 'rule' | 'list' | 'model';
  /** How often such a suggestion is right, from 0 to 1. */
  readonly score: number;
  /** Why, for people. */
  readonly reason: string;
  /** Those of one document that name the same have the same one. */
  readonly group: string;
  /** What they name, written most fully. */
  readonly name: string;
  /** The value of a time or an amount. */
  readonly value?: string;
  /** What is written of it beside its type, when it is accepted: the parts of a time. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The entry of the facts files that it is taken for. */
  readonly entity?: string;
  readonly entityName?: string;
  readonly entityDescription?: string;
}

/** client -> server: where in the workspace something is named: what stands at a position, or what a key of the index means. */
export const mentionsRequest = 'seedmark/mentions';
export type MentionsParams = MentionsAtParams | MentionsOfParams;
export interface MentionsAtParams {
  readonly uri: string;
  readonly position: Position;
}
export interface MentionsOfParams {
  readonly key: string;
}
export interface MentionsResult {
  /** What it is called. */
  readonly name: string;
  /** Those in open seeds first, then the others by their publication. */
  readonly locations: readonly { readonly uri: string; readonly range: Range }[];
  /** Number of seeds in which these are. */
  readonly seeds: number;
  /** There are more. */
  readonly more: boolean;
}

/** client -> server: the forms in which annotations leave and passages are quoted, in the order in which they are offered. */
export const formatsRequest = 'seedmark/formats';
export interface Formats {
  readonly exports: readonly ExportFormat[];
  readonly quotations: readonly FormatChoice[];
}
export interface FormatChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}
export interface ExportFormat extends FormatChoice {
  /** Of its files, without the dot. */
  readonly extension: string;
  /** Spreadsheets tell by a byte order mark that it is UTF-8. */
  readonly takesMark: boolean;
}

/** client -> server: the annotations of seeds in a format of other tools. Takes a `workDoneToken`, and can be cancelled. */
export const exportRequest = 'seedmark/export';
export interface ExportParams {
  /** Id of a format. */
  readonly format: string;
  /** The seed; without one all seeds of the workspace that have annotations. */
  readonly uri?: string;
  /** Also what somebody said is not one. */
  readonly rejected?: boolean;
  /** Begin with a byte order mark, in a format that takes one. */
  readonly mark?: boolean;
}
export interface Export {
  /** The file. */
  readonly content: string;
  /** Seeds that have annotations in it, and how many. */
  readonly seeds: number;
  readonly annotations: number;
  /** Annotations among them that have no place in their text. */
  readonly unplaced: number;
  /** Files that could not be read, in whole or in part, and why, in a sentence. */
  readonly failures: readonly { readonly uri: string; readonly problem: string }[];
}
export type ExportResult = Export | Refusal;

/** client -> server: passages of a seed as a quotation that says where they come from. */
export const quotationRequest = 'seedmark/quotation';
export interface QuotationParams {
  readonly uri: string;
  /** The editor's selections; an empty one stands for the sentence that the cursor is in. */
  readonly ranges: readonly Range[];
  /** Id of a form. */
  readonly format: string;
}
export type QuotationResult =
  | {
      readonly text: string;
      /** The passages that are quoted, each on one line. */
      readonly passages: readonly string[];
    }
  | Refusal;

/** client -> server: what a pasted text says of itself, and the seed that it makes. */
export const draftSeedRequest = 'seedmark/draftSeed';
export interface DraftSeedParams {
  readonly text: string;
  /** The workspace folder for which the seed is made; its project says which fields are required. */
  readonly folder?: string;
  /** Values from the user by key of their field; '' leaves a field out. */
  readonly answers?: Readonly<Record<string, string>>;
}
export interface DraftSeedResult {
  readonly fields: readonly {
    readonly key: string;
    readonly value: string;
    /** Where the text says it, as offsets. */
    readonly from?: { readonly start: number; readonly end: number };
    /** From 0 to 1. */
    readonly sure: number;
    /** Stands in the text as a field, is written into the header, or is a mere proposal. */
    readonly state: 'kept' | 'written' | 'proposed';
  }[];
  /** Required fields to ask the user for. */
  readonly missing: readonly {
    readonly key: string;
    readonly label: string;
    readonly meaning: string;
    /** What the text may mean, or ''. */
    readonly proposal: string;
  }[];
  /** The new file is this and what stands in the text from `rest` on. */
  readonly head: string;
  readonly rest: number;
  /** Proposed path, relative to the folder. */
  readonly path: string;
}

/** client -> server: whether the project names a file, which is not open as a seed, under `seeds:`. */
export const isSeedRequest = 'seedmark/isSeed';
export interface IsSeedParams {
  readonly uri: string;
}

/** client -> server: how a file, and files like it, can be named under `seeds:`. */
export const seedGlobsRequest = 'seedmark/seedGlobs';
export interface SeedGlobsParams {
  readonly uri: string;
}
export interface SeedGlobsResult {
  /** The glob of the file alone; undefined where no folder holds it, or it is named already. */
  readonly file?: string;
  /** Globs of files like it, the narrowest first. */
  readonly like: readonly string[];
}

/** client -> server: compute the edit that adds a glob to `seeds:` in the project file that holds for a file. */
export const addSeedGlobRequest = 'seedmark/addSeedGlob';
export interface AddSeedGlobParams {
  readonly uri: string;
  readonly glob: string;
}

/** How far the seeds of the workspace have been read for what they name. */
export const indexStateRequest = 'seedmark/indexState';
export interface IndexState {
  /** Seeds that are known of. */
  readonly seeds: number;
  /** Those of which metadata and names by facts, rules and lists are known. */
  readonly read: number;
  /** Those of which the names by the model are known, too. */
  readonly named: number;
  /** Another number whenever what is known is something else. */
  readonly revision: number;
  /** Seeds are being read now. */
  readonly busy: boolean;
}

/** What seeds name is something else now; sent now and then while seeds are read. Its parameter is {@link IndexState}. */
export const namesChangedNotification = 'seedmark/namesChanged';

/**
 * client -> server: what the seeds of the workspace name, as it is known now: an answer never waits for what has not been
 * read yet.
 */
export const namesRequest = 'seedmark/names';
export interface NamesParams {
  /** Words that must all be in the name, another name of it, what the facts say it is, or its type. */
  readonly query?: string;
  /** Ids of types; all where there is none. */
  readonly types?: readonly string[];
  readonly sort?: NameOrder;
  /** At most so many rows, 500 at most, */
  readonly limit?: number;
  /** behind so many. */
  readonly offset?: number;
  /** Also entries of the facts files that no seed names. */
  readonly unnamed?: boolean;
}
/** By how often something is named, by its name, or by when it was named last. */
export const NAME_ORDERS = ['mentions', 'name', 'date'] as const;
export type NameOrder = (typeof NAME_ORDERS)[number];
export interface Names {
  readonly rows: readonly NameRow[];
  /** How many there are in all that are sought. */
  readonly total: number;
  /** Of all that is named, whatever is sought: how much of each type. */
  readonly types: readonly { readonly id: string; readonly label: string; readonly names: number }[];
  readonly state: NamesState;
}
export interface NameRow {
  /** What the other requests about names take. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly color: string;
  readonly seeds: number;
  readonly mentions: number;
  /** Id of its entry of the facts files, and what that says. */
  readonly entity?: string;
  readonly description?: string;
}
/** How far the seeds of the workspace have been read. */
export interface NamesState {
  /** Another number whenever an answer may be another one. */
  readonly revision: number;
  readonly seeds: number;
  /** Seeds whose names by facts, rules and lists are known, */
  readonly read: number;
  /** and those whose names by the model are known, too. */
  readonly named: number;
}

/** client -> server: the seeds that name something, by their publication. */
export const nameSeedsRequest = 'seedmark/nameSeeds';
export interface NameSeedsParams {
  readonly key: string;
}
export interface NameSeeds {
  readonly seeds: readonly NameSeed[];
  /** How many there are in all. */
  readonly total: number;
}
export interface NameSeed {
  readonly uri: string;
  /** Below the workspace folder. */
  readonly path: string;
  readonly title?: string;
  readonly source?: string;
  /** ISO date, as exact as it is given. */
  readonly published?: string;
  readonly mentions: number;
}

/** client -> server: the sentences of a seed that name something, in the order of the text. */
export const nameSentencesRequest = 'seedmark/nameSentences';
export interface NameSentencesParams {
  readonly key: string;
  readonly uri: string;
}
export interface NameSentences {
  readonly sentences: readonly NameSentence[];
  readonly total: number;
}
export interface NameSentence {
  /** On one line; '' where the file has changed since it was read. */
  readonly text: string;
  /** The name in it. */
  readonly start: number;
  readonly end: number;
  /** Of the name in the file. */
  readonly range: Range;
}

/** client -> server: what is named at a position of a seed; null for nothing. */
export const nameAtRequest = 'seedmark/nameAt';
export interface NameAtParams {
  readonly uri: string;
  readonly position: Position;
}

/** client -> server: all that facts and seeds say of something, as a Markdown document. Takes a `workDoneToken`, and can be cancelled. */
export const dossierRequest = 'seedmark/dossier';
export interface DossierParams {
  readonly key: string;
}
export type DossierResult = { readonly name: string; readonly content: string } | Refusal;

/** server -> client notification: overviews asked before may be out of date for a reason other than an edit. */
export const changedNotification = 'seedmark/changed';
export interface ChangedParams {
  /** Some project names files as seeds: `seedmark/isSeed` is worth asking. */
  readonly namesSeeds: boolean;
  /** How far the seeds have been read. */
  readonly names: NamesState;
}

/** server -> client: read what was kept in the extension's folder for this workspace. Base64 contents, null where there is none. */
export const readKeptRequest = 'seedmark/readKept';
export interface ReadKeptParams {
  readonly name: string;
}
export type ReadKeptResult = string | null;

/** server -> client: keep something there, in place of what has the same name. */
export const writeKeptRequest = 'seedmark/writeKept';
export interface WriteKeptParams {
  readonly name: string;
  readonly content: string;
}

/** server -> client: read files that the server cannot reach itself. Base64 contents, null where unreadable. */
export const readFilesRequest = 'seedmark/readFiles';
export interface ReadFilesParams {
  readonly uris: readonly string[];
}
export type ReadFilesResult = readonly (string | null)[];

/** server -> client: read a file that the server is installed with, where it cannot reach it itself. Base64, null where there is none. */
export const readModelRequest = 'seedmark/readModel';
export interface ReadModelParams {
  readonly name: string;
}
export type ReadModelResult = string | null;

/** server -> client: list files below a folder by globs. */
export const listFilesRequest = 'seedmark/listFiles';
export interface ListFilesParams {
  readonly folder: string;
  readonly globs: readonly string[];
}
export type ListFilesResult = readonly string[];

/** What the client tells the server at `initialize`. */
export interface InitializationOptions {
  /** The client answers `seedmark/readFiles` and `seedmark/listFiles`. */
  readonly files?: boolean;
  /** The client's commands that hovers and code actions may name. */
  readonly commands?: readonly string[];
  /** The workspace is trusted: facts links may be clicked, and git may be asked for earlier texts. */
  readonly trusted?: boolean;
  /** URI of the folder `docs/`, whose pages explain the findings. */
  readonly docs?: string;
  /** `file:` URI of a folder of the extension's own, in which texts are kept that positions were taken from. */
  readonly storage?: string;
  /** Settings as `workspace/configuration` has them under `seedmark`, for an editor that is not asked for them. */
  readonly settings?: { readonly inlayHints?: { readonly times?: TimeHints } };
}

/** Behind which times an editor shows their values. */
export const TIME_HINTS = ['off', 'relative', 'all'] as const;
export type TimeHints = (typeof TIME_HINTS)[number];

/** Semantic token types, in the order of the legend. Ids equal those of `package.json`'s `semanticTokenTypes`. */
export const TOKEN_TYPES = [
  'person',
  'organization',
  'place',
  'group',
  'event',
  'law',
  'product',
  'work',
  'money',
  'percent',
  'quantity',
  'date',
  'time',
  'duration',
  'set',
  'custom1',
  'custom2',
  'custom3',
  'custom4',
  'custom5',
  'custom6',
] as const;
export const TOKEN_MODIFIERS = ['annotated', 'suggested', 'rejected'] as const;
