import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { Position } from '../text/lines.ts';
import { findingsOf } from '../workspace/findings.ts';
import { decoded, type FileKind, kindOf, sidecarOf } from '../workspace/kinds.ts';
import type { LikelySeed } from '../workspace/likely-seed.ts';
import type { YamlSnapshot } from '../workspace/snapshot.ts';
import { toDiagnostic } from './diagnostics.ts';
import { FACTS_FIXES } from './fixes/facts.ts';
import { toLsp } from './fixes/fix.ts';
import { SIDECAR_FIXES } from './fixes/sidecar-file.ts';
import type { YamlFixes } from './fixes/yaml-fix.ts';

export interface YamlCodeActionOptions {
  /** URI of the folder whose pages explain the findings, if it is known. */
  readonly docs?: string | undefined;
  /** A new id for an entry. */
  readonly freshId: () => string;
  /** The seed that a sidecar without one probably belongs to; only where the editor can rename files. */
  readonly likelySeed?: LikelySeed | undefined;
}

const FIXES: Readonly<Partial<Record<FileKind, YamlFixes>>> = { sidecar: SIDECAR_FIXES, facts: FACTS_FIXES };

/** Quick fixes for what is found in a sidecar or a facts file. Each changes what it must and not a byte more. */
export function yamlCodeActions(
  snapshot: YamlSnapshot,
  range: { readonly start: Position; readonly end: Position },
  options: YamlCodeActionOptions,
): CodeAction[] {
  const kind = kindOf(snapshot.uri);
  const fixes = FIXES[kind];
  if (fixes === undefined) return [];
  const text = snapshot.lines.toString();
  const [start, end] = [snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end)];
  return findingsOf(snapshot)
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap((finding) => {
      const diagnostic = toDiagnostic(finding, undefined, options.docs);
      if (kind === 'sidecar' && finding.code === 'missing-seed') return followSeed(snapshot, diagnostic, options);
      return (fixes[finding.code]?.({ snapshot, text, finding, freshId: options.freshId }) ?? []).flatMap(
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
