import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import type { Position } from '../text/lines.ts';
import { onOneLine } from '../text/shorten.ts';
import type { YamlSnapshot } from '../workspace/snapshot.ts';
import { placeAt, type YamlPlace } from '../yaml/position.ts';
import { doubleQuoted, quoteYaml } from '../yaml/quote.ts';
import {
  type Form,
  formsAt,
  formsOf,
  keyNamesOf,
  keysOf,
  type Schema,
  type SchemaKey,
  valuesOf,
} from '../yaml/schema.ts';
import { type Choice, choicesOf, namedChoices } from './yaml-choices.ts';
import { schemaOf } from './yaml-schemas.ts';

export interface YamlCompletionOptions {
  /** The client puts the cursor where something is to be typed. */
  readonly snippets: boolean;
  /** The client can be told to take the indentation of several lines as it is. */
  readonly asIs: boolean;
  /** The client's command that offers completions again, if it has one. */
  readonly suggestCommand: string | undefined;
}

/** More than this nobody looks through: typing brings the others. */
const MOST_ITEMS = 500;

/** What may be written at a position of a sidecar, facts or project file. */
export function yamlCompletion(
  snapshot: YamlSnapshot,
  position: Position,
  options: YamlCompletionOptions,
): CompletionList | undefined {
  const root = schemaOf(snapshot.uri);
  const place = root && placeAt(snapshot.lines.toString(), snapshot.lines.offsetAt(position));
  if (root === undefined || place === undefined) return undefined;
  const forms = formsAt(root, place.path);
  const context: Context = { snapshot, place, root, forms, options };
  const drafts = [
    ...(place.kind === 'key' || place.kind === 'either' ? keyDrafts(context) : []),
    ...(place.kind === 'value' || place.kind === 'either' ? valueDrafts(context) : []),
    ...(place.kind === 'item' || place.kind === 'either' ? itemDrafts(context) : []),
  ];
  const typed = place.text.toLowerCase();
  const many = drafts.length > MOST_ITEMS;
  const fitting = many ? drafts.filter(({ search }) => search.toLowerCase().includes(typed)) : drafts;
  return {
    isIncomplete: many,
    items: fitting.slice(0, MOST_ITEMS).map((draft, index) => itemOf(context, draft, index)),
  };
}

interface Context {
  readonly snapshot: YamlSnapshot;
  readonly place: YamlPlace;
  readonly root: Schema;
  readonly forms: readonly Form[];
  readonly options: YamlCompletionOptions;
}

/** A completion before it is put into the words of the protocol. */
interface Draft {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  readonly description?: string | undefined;
  readonly search: string;
  /** What is written, without what the place itself asks for in front; a hole is where something is to be typed. */
  readonly pieces: readonly Piece[];
  /** What is typed next is a choice, too. */
  readonly more?: boolean;
}

const HOLE = Symbol('where something is to be typed');
type Piece = string | typeof HOLE;

// ---- keys ---------------------------------------------------------------------------------------------------------

function keyDrafts(context: Context): Draft[] {
  const { snapshot, place, root, forms } = context;
  const keys = keysOf(root, forms);
  const listed = new Set(keys.map(({ key }) => key));
  const required = keys.filter((key) => key.required);
  const others = keys.filter((key) => !key.required);
  const named = namedChoices(snapshot, place, keyNamesOf(root, forms));
  const drafts = [...required, ...others].map((key) =>
    keyDraft(
      context,
      key,
      named.find(({ value }) => value === key.key),
    ),
  );
  const below = forms.flatMap(({ schema }) =>
    schema.additionalProperties ? formsOf(root, schema.additionalProperties) : [],
  );
  for (const choice of named) {
    if (listed.has(choice.value)) continue;
    const { value: key, description } = choice;
    drafts.push(keyDraft(context, { key, description, required: false, default: undefined, forms: below }, choice));
  }
  return drafts.filter(({ label }) => !place.siblings.has(label));
}

function keyDraft(context: Context, key: SchemaKey, choice: Choice | undefined): Draft {
  const { place } = context;
  const detail = choice?.label ?? (key.required ? 'required' : undefined);
  const common = { label: key.key, kind: CompletionItemKind.Property, detail, search: key.key };
  const description = choice?.description ?? key.description;
  const name = written(key.key, choice === undefined || choice.literal === true, place);
  if (place.colon) return { ...common, description, pieces: [name] };
  const pieces = [`${name}:`, ...valuePieces(context, key.forms, place.column)];
  return { ...common, description, pieces, more: pieces.includes(HOLE) && beginsWithChoice(context, key.forms) };
}

/** What stands behind the colon of a new key in `column`: the form that the schema names first. */
function valuePieces(context: Context, forms: readonly Form[], column: number): readonly Piece[] {
  const { place, root } = context;
  const [first] = forms;
  const { indent } = place;
  if (hasType(first, 'array')) {
    if (place.flow) return [' [', HOLE, ']'];
    const dash = column + indent.list;
    const items = first?.schema.items ? formsOf(root, first.schema.items) : [];
    return [`\n${' '.repeat(dash)}- `, ...entryPieces(context, items, dash + 2)];
  }
  if (hasType(first, 'object')) {
    if (place.flow) return [' {', HOLE, '}'];
    const inner = column + indent.map;
    return [`\n${' '.repeat(inner)}`, ...entryPieces(context, forms, inner)];
  }
  const only = valuesOf(forms);
  if (forms.length === 1 && only.length === 1 && first?.schema.const !== undefined) return [` ${only[0]?.value}`];
  return [' ', HOLE];
}

/** What an entry cannot do without: its required keys, one a line from `column` on. */
function entryPieces({ root }: Context, forms: readonly Form[], column: number): readonly Piece[] {
  const [first] = forms;
  const required = first ? keysOf(root, [first]).filter((key) => key.required) : [];
  const pieces = required.flatMap(({ key }, index): Piece[] => [
    `${index === 0 ? '' : `\n${' '.repeat(column)}`}${key}: `,
    HOLE,
  ]);
  return pieces.length === 0 ? [HOLE] : pieces;
}

/** Whether what is to be typed first in a value of these forms is one of a few. */
function beginsWithChoice(context: Context, forms: readonly Form[]): boolean {
  const { snapshot, place, root } = context;
  const [first] = forms;
  if (hasType(first, 'array') && first?.schema.items)
    return beginsWithChoice(context, formsOf(root, first.schema.items));
  if (first === undefined || !hasType(first, 'object')) return choicesOf(snapshot, place, forms).length > 0;
  const keys = keysOf(root, [first]);
  const required = keys.find((key) => key.required);
  return required ? beginsWithChoice(context, required.forms) : keys.length > 0;
}

function hasType(form: Form | undefined, type: string): boolean {
  const own = form?.schema.type;
  return own === type || (Array.isArray(own) && own.includes(type));
}

// ---- values -------------------------------------------------------------------------------------------------------

function valueDrafts({ snapshot, place, forms }: Context): Draft[] {
  return choices(snapshot, place, forms).map((choice) => valueDraft(choice, place));
}

/** Choices in the order of their ranks, without those that the list has already. */
function choices(snapshot: YamlSnapshot, place: YamlPlace, forms: readonly Form[]): readonly Choice[] {
  const all = choicesOf(snapshot, place, forms).filter(({ value }) => !place.others.includes(value));
  return all.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

function valueDraft({ value, kind, label, description, search, literal }: Choice, place: YamlPlace): Draft {
  const pieces = [written(value, literal === true, place)];
  return { label: value, kind, detail: label, description, search: search ? `${value} ${search}` : value, pieces };
}

// ---- items of a list whose dash is missing ------------------------------------------------------------------------

function itemDrafts(context: Context): Draft[] {
  const { snapshot, place, root, forms } = context;
  const items = forms.flatMap(({ schema }) => (schema.items ? formsOf(root, schema.items) : []));
  const entry = items.find((form) => hasType(form, 'object'));
  const required = entry ? keysOf(root, [entry]).filter((key) => key.required) : [];
  const [first] = required;
  if (entry !== undefined && first !== undefined) {
    const pieces = ['- ', ...entryPieces(context, [entry], place.column + 2)];
    const detail = `new entry: ${required.map(({ key }) => key).join(', ')}`;
    const search = `- ${first.key}`;
    return [{ label: search, kind: CompletionItemKind.Struct, detail, search, pieces }];
  }
  return choices(snapshot, place, items).map((choice): Draft => {
    const draft = valueDraft(choice, place);
    return { ...draft, label: `- ${draft.label}`, pieces: ['- ', ...draft.pieces] };
  });
}

// ---- as the protocol says it --------------------------------------------------------------------------------------

function itemOf({ snapshot, place, options }: Context, draft: Draft, index: number): CompletionItem {
  const { lines } = snapshot;
  const range = { start: lines.positionAt(place.span.start), end: lines.positionAt(place.span.end) };
  const holes = draft.pieces.filter((piece) => piece === HOLE).length;
  // The only place to type is the end of most: no snippet is needed for it.
  const snippet = options.snippets && holes > 0 && !(holes === 1 && draft.pieces.at(-1) === HOLE);
  const item: CompletionItem = {
    label: draft.label,
    kind: draft.kind,
    sortText: String(index).padStart(4, '0'),
    // Editors compare it with what is written from the beginning of the range to the cursor.
    filterText: (place.quote ?? '') + draft.search,
    textEdit: { range, newText: (place.glued ? ' ' : '') + textOf(snapshot, draft, snippet) },
  };
  if (draft.detail !== undefined) item.detail = plain(draft.detail);
  if (draft.description) item.documentation = plain(draft.description);
  if (snippet) item.insertTextFormat = InsertTextFormat.Snippet;
  if (options.asIs) item.insertTextMode = InsertTextMode.asIs;
  if (draft.more && options.suggestCommand) item.command = { title: 'Suggest', command: options.suggestCommand };
  return item;
}

function textOf({ lines }: YamlSnapshot, { pieces }: Draft, snippet: boolean): string {
  // Without snippets the cursor stays at the end: what would stand behind the first place to type is left out.
  const hole = pieces.indexOf(HOLE);
  const shown = snippet || hole < 0 || pieces.at(-1) !== HOLE ? pieces : pieces.slice(0, hole);
  let stop = 0;
  const text = shown
    .map((piece) => {
      if (piece === HOLE) return snippet ? `$${++stop}` : '';
      return snippet ? piece.replace(/[\\$}]/g, '\\$&') : piece;
    })
    .join('');
  const lineEnd = lines.line(0).endsWith('\r\n') ? '\r\n' : '\n';
  return text.replaceAll('\n', lineEnd);
}

/** A value as it has to be written at a place: in the quotes that stand there, or in those it needs. */
function written(value: string, literal: boolean, { quote, flow }: YamlPlace): string {
  if (quote === '"') return doubleQuoted(value);
  // What has line ends or the like cannot stand in single quotes.
  if (quote === "'") return /\p{C}/u.test(value) ? doubleQuoted(value) : `'${value.replaceAll("'", "''")}'`;
  return literal ? value : quoteYaml(value, flow);
}

/** On one line and not too long: names and descriptions come from files. */
function plain(text: string): string {
  return onOneLine(text, 300);
}
