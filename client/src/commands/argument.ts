import type { OccurrenceScope, Position, Range } from '../../../server/src/protocol.ts';

/** What came with a command from a keybinding, a link or a code action, as far as it has the right shape. */
export interface CommandArgument {
  readonly uri: string | undefined;
  readonly type: string | undefined;
  readonly ranges: readonly Range[] | undefined;
  readonly ids: readonly string[] | undefined;
  /** Values of metadata by the keys of their fields. */
  readonly values: Readonly<Record<string, string>> | undefined;
  /** The command comes from a link, which must not act before the user was asked. */
  readonly ask: boolean;
}

/** Menus pass arguments of their own, keybindings what people wrote: everything else is ignored. */
export function readArgument(argument: unknown): CommandArgument {
  const { uri, type, ranges, ids, values, ask } = (
    typeof argument === 'object' && argument !== null ? argument : {}
  ) as Record<string, unknown>;
  return {
    uri: typeof uri === 'string' ? uri : undefined,
    type: typeof type === 'string' ? type : undefined,
    ranges: Array.isArray(ranges) && ranges.every(isRange) ? ranges.map(toRange) : undefined,
    ids: Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : undefined,
    values: isTexts(values) ? values : undefined,
    ask: ask === true,
  };
}

/** Answers to what "New Seed from Clipboard…" would ask. */
export function readNewSeedArgument(argument: unknown): {
  readonly answers: Readonly<Record<string, string>>;
  readonly path: string | undefined;
} {
  const { answers, path } = objectOf(argument);
  const texts = Object.entries(objectOf(answers)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { answers: Object.fromEntries(texts), path: typeof path === 'string' ? path : undefined };
}

/** Answers to what "Tag All Occurrences…" would ask. */
export function readTagAllArgument(argument: unknown): {
  readonly entity: string | undefined;
  readonly scope: OccurrenceScope | undefined;
  /** The forms to look for. */
  readonly forms: readonly string[] | undefined;
  /** All that would be ticked is tagged, without a list. */
  readonly all: boolean;
} {
  const { entity, scope, forms, all } = objectOf(argument);
  return {
    entity: typeof entity === 'string' ? entity : undefined,
    scope: scope === 'document' || scope === 'workspace' ? scope : undefined,
    forms: Array.isArray(forms) && forms.every((form) => typeof form === 'string') ? forms : undefined,
    all: all === true,
  };
}

/** What "Treat as Seed" is to treat, and how the project shall remember it. */
export function readTreatArgument(argument: unknown): {
  readonly uri: string | undefined;
  readonly remember: 'file' | 'like' | 'no' | undefined;
  readonly glob: string | undefined;
} {
  const { uri, remember, glob } = objectOf(argument);
  return {
    uri: typeof uri === 'string' ? uri : undefined,
    remember: remember === 'file' || remember === 'like' || remember === 'no' ? remember : undefined,
    glob: typeof glob === 'string' ? glob : undefined,
  };
}

/** In which form "Copy as Quotation" is to quote what. */
export function readQuotationArgument(argument: unknown): {
  readonly uri: string | undefined;
  readonly ranges: readonly Range[] | undefined;
  readonly format: string | undefined;
} {
  const { uri, ranges } = readArgument(argument);
  const { format } = objectOf(argument);
  return { uri, ranges, format: typeof format === 'string' ? format : undefined };
}

/** Answers to what "Export…" would ask. */
export function readExportArgument(argument: unknown): {
  readonly uri: string | undefined;
  readonly format: string | undefined;
  readonly scope: 'document' | 'workspace' | undefined;
  readonly rejected: boolean;
  readonly mark: boolean;
  /** Address of the file to write. */
  readonly target: string | undefined;
} {
  const { uri, format, scope, rejected, mark, target } = objectOf(argument);
  return {
    uri: typeof uri === 'string' ? uri : undefined,
    format: typeof format === 'string' ? format : undefined,
    scope: scope === 'document' || scope === 'workspace' ? scope : undefined,
    rejected: rejected === true,
    mark: mark === true,
    target: typeof target === 'string' ? target : undefined,
  };
}

/** Of what "Show All Mentions" is to show the places. */
export function readMentionsArgument(argument: unknown): {
  readonly uri: string | undefined;
  readonly position: Position | undefined;
  /** A key of the index of names. */
  readonly entity: string | undefined;
} {
  const { uri, position, entity, key = entity } = objectOf(argument);
  return {
    uri: typeof uri === 'string' ? uri : undefined,
    position: isPosition(position) ? { line: position.line, character: position.character } : undefined,
    entity: typeof key === 'string' ? key : undefined,
  };
}

/** Answers to what "Add Fact…" would ask. */
export function readFactArgument(argument: unknown): {
  readonly entity: string | undefined;
  readonly what: string | undefined;
  readonly value: string | undefined;
  /** ISO date; '' for none. */
  readonly on: string | undefined;
} {
  const { entity, what, value, on } = objectOf(argument);
  const text = (one: unknown) => (typeof one === 'string' ? one : undefined);
  return { entity: text(entity), what: text(what), value: text(value), on: text(on) };
}

/** Answers to what "Merge Entities…" would ask. */
export function readMergeArgument(argument: unknown): {
  readonly kept: string | undefined;
  readonly others: readonly string[] | undefined;
  /** Without a list of what changes. */
  readonly all: boolean;
} {
  const { kept, entity, others, all } = objectOf(argument);
  const known = kept ?? entity;
  return {
    kept: typeof known === 'string' ? known : undefined,
    others: Array.isArray(others) && others.every((id) => typeof id === 'string') ? others : undefined,
    all: all === true,
  };
}

/** Of what "Dossier…" is to tell: of what a row stands for, or what is named at a place. */
export function readDossierArgument(argument: unknown): {
  readonly key: string | undefined;
  readonly at: { readonly uri: string; readonly position: Position } | undefined;
} {
  const { key, uri, position } = objectOf(argument);
  const isPlace = typeof uri === 'string' && typeof position === 'object' && position !== null && isPosition(position);
  return {
    key: typeof key === 'string' ? key : undefined,
    at: isPlace ? { uri, position: { line: position.line, character: position.character } } : undefined,
  };
}

export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
}

function isRange(value: unknown): value is Range {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    isPosition(value.start) &&
    'end' in value &&
    isPosition(value.end)
  );
}

function isPosition(value: unknown): value is Position {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    Number.isInteger(value.line) &&
    'character' in value &&
    Number.isInteger(value.character)
  );
}

/** A `vscode.Range` has more than JSON may carry. */
function toRange({ start, end }: Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
