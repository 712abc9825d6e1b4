import annotations from '../../../docs/schemas/annotations.schema.json' with { type: 'json' };
import facts from '../../../docs/schemas/facts.schema.json' with { type: 'json' };
import project from '../../../docs/schemas/seedmark.schema.json' with { type: 'json' };
import { type FileKind, kindOf } from '../workspace/kinds.ts';
import type { Schema } from '../yaml/schema.ts';

/** The schemas as they are published: what the editor offers and explains cannot differ from them. */
const SCHEMAS: Readonly<Record<Exclude<FileKind, 'seed'>, Schema>> = { sidecar: annotations, facts, project };

/** The schema of a YAML file of ours. */
export function schemaOf(uri: string): Schema | undefined {
  const kind = kindOf(uri);
  return kind === 'seed' ? undefined : SCHEMAS[kind];
}
