import type { TextEdit } from '../../text/edit.ts';
import type { Finding } from '../../workspace/findings.ts';
import type { YamlSnapshot } from '../../workspace/snapshot.ts';

/** What the quick fixes of a finding in one of our YAML files are made of. */
export interface YamlFixInput {
  readonly snapshot: YamlSnapshot;
  readonly text: string;
  readonly finding: Finding;
  /** A new id for an entry of a sidecar. */
  readonly freshId: () => string;
}

export interface YamlFix {
  readonly title: string;
  /** Undefined where it cannot be made without harm to the rest: then it is not offered. */
  readonly edits: readonly TextEdit[] | undefined;
  readonly preferred?: boolean;
}

/** The fixes by the codes of findings. */
export type YamlFixes = Readonly<Record<string, (input: YamlFixInput) => readonly YamlFix[]>>;
