import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { Relation } from '../annotations/types.ts';
import { addId, exchange, removeAttribute, removeEntry, removeKey, replaceText } from '../edits/mend-sidecar.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Position } from '../text/lines.ts';
import { type Finding, findingsOf } from '../workspace/findings.ts';
import { decoded, kindOf, sidecarOf } from '../workspace/kinds.ts';
import type { LikelySeed } from '../workspace/likely-seed.ts';
import { nearest } from '../workspace/sidecar-problems.ts';
import type { YamlSnapshot } from '../workspace/snapshot.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toLsp } from './fixes/fix.ts';

export interface YamlCodeActionOptions {
  /** URI of the folder whose pages explain the findings, if it is known. */
  readonly docs?: string | undefined;
  /** A new id for an entry. */
  readonly freshId: () => string;
  /** The seed that a sidecar without one probably belongs to; only where the editor can rename files. */
  readonly likelySeed?: LikelySeed | undefined;
}

interface Input {
  readonly snapshot: YamlSnapshot;
  readonly text: string;
  readonly finding: Finding;
  readonly options: YamlCodeActionOptions;
}

interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[] | undefined;
  readonly preferred?: boolean;
}

const FIXES: Readonly<Record<string, (input: Input) => readonly Fix[]>> = {
  'sidecar-entry': giveMissingId,
  'duplicate-id': giveFreshId,
  'misplaced-quote': writePosition,
  'unknown-type': nameKnownType,
  'unknown-entity': mendEntity,
  'unknown-attribute': mendAttribute,
  'relation-end': ({ text, finding }) => [{ title: 'Remove this relation', edits: removeEntry(text, finding.span) }],
  'relation-type': mendRelation,
};

/** Quick fixes for what is found in a sidecar. Each changes what it must and not a byte more. */
export function yamlCodeActions(
  snapshot: YamlSnapshot,
  range: { readonly start: Position; readonly end: Position },
  options: YamlCodeActionOptions,
): CodeAction[] {
  if (kindOf(snapshot.uri) !== 'sidecar') return [];
  const text = snapshot.lines.toString();
  const [start, end] = [snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end)];
  return findingsOf(snapshot)
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap((finding) => {
      const diagnostic = toDiagnostic(finding, undefined, options.docs);
      if (finding.code === 'missing-seed') return followSeed(snapshot, diagnostic, options);
      return (FIXES[finding.code]?.({ snapshot, text, finding, options }) ?? []).flatMap(
        ({ title, edits, preferred = false }): CodeAction[] => {
          if (edits === undefined) return [];
          const changes = { [snapshot.uri]: edits.map((edit) => toLsp(snapshot.lines, edit)) };
          return [{ title, kind: 'quickfix', diagnostics: [diagnostic], isPreferred: preferred, edit: { changes } }];
        },
      );
    });
}

/** The file takes the name of the seed that it probably belongs to. */
function followSeed(
  { uri, annotations }: YamlSnapshot,
  diagnostic: Diagnostic,
  { likelySeed }: YamlCodeActionOptions,
): CodeAction[] {
  if (likelySeed === undefined) return [];
  const { uri: seed, placed } = likelySeed;
  const reason =
    placed === undefined
      ? 'which is the text of these annotations'
      : `in which ${placed} of ${annotations.length} annotations have their places`;
  const title = `Rename this file after “${decoded(seed.slice(seed.lastIndexOf('/') + 1))}”, ${reason}`;
  const rename = { kind: 'rename', oldUri: uri, newUri: sidecarOf(seed), options: { overwrite: false } } as const;
  return [
    { title, kind: 'quickfix', diagnostics: [diagnostic], isPreferred: true, edit: { documentChanges: [rename] } },
  ];
}

function giveMissingId({ text, finding, options }: Input): Fix[] {
  if (finding.data?.missing !== 'id') return [];
  return [{ title: 'Give this entry an id', edits: addId(text, finding.span, options.freshId()), preferred: true }];
}

function giveFreshId({ text, finding, options }: Input): Fix[] {
  return [
    {
      title: 'Give this entry a fresh id',
      edits: replaceText(text, finding.span, options.freshId()),
      preferred: true,
    },
    { title: 'Remove this entry', edits: removeEntry(text, finding.span) },
  ];
}

function writePosition({ text, finding }: Input): Fix[] {
  const { at } = finding.data ?? {};
  if (at === undefined) return [{ title: 'Remove this annotation', edits: removeEntry(text, finding.span) }];
  // A number stays one, without quotes.
  const edits = [{ ...finding.span, newText: at }];
  return [{ title: `Write the position ${at}, where the quote stands`, edits, preferred: true }];
}

function nameKnownType({ snapshot, text, finding }: Input): Fix[] {
  const near = nearest(finding.data?.type ?? '', snapshot.project.types);
  return near === undefined ? [] : [changeTo(text, finding, near)];
}

function mendEntity({ text, finding }: Input): Fix[] {
  const { replacement } = finding.data ?? {};
  return [
    ...(replacement === undefined ? [] : [changeTo(text, finding, replacement)]),
    { title: 'Remove the link to this entity', edits: removeKey(text, finding.span, 'entity') },
  ];
}

function mendAttribute({ text, finding }: Input): Fix[] {
  const { name = '', replacement } = finding.data ?? {};
  return [
    ...(replacement === undefined ? [] : [changeTo(text, finding, replacement)]),
    { title: 'Remove this attribute', edits: removeAttribute(text, finding.span, name) },
  ];
}

function mendRelation({ snapshot, text, finding }: Input): Fix[] {
  const { replacement } = finding.data ?? {};
  const { start } = finding.span;
  const relation = snapshot.relations.find(({ span }) => span.start <= start && start <= span.end);
  return [
    ...(replacement === undefined ? [] : [changeTo(text, finding, replacement)]),
    ...(relation !== undefined && finding.data?.end !== undefined && fitsExchanged(snapshot, relation)
      ? [{ title: 'Exchange the two ends', edits: exchange(text, relation.fromSpan, relation.toSpan), preferred: true }]
      : []),
    { title: 'Remove this relation', edits: removeEntry(text, finding.span) },
  ];
}

/** Whether the project allows a relation the other way round. */
function fitsExchanged({ annotations, project }: YamlSnapshot, { type, from, to }: Relation): boolean {
  const known = project.relations.find(({ id }) => id === type);
  const typeOf = (id: string) => annotations.find((annotation) => annotation.id === id)?.type;
  const [first, second] = [typeOf(to), typeOf(from)];
  if (known === undefined || first === undefined || second === undefined) return false;
  return known.from?.includes(first) !== false && known.to?.includes(second) !== false;
}

function changeTo(text: string, { span }: Finding, value: string): Fix {
  return { title: `Change to “${value}”`, edits: replaceText(text, span, value), preferred: true };
}
