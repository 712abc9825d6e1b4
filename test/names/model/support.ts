import fs from 'node:fs';
import path from 'node:path';
import { type Model, readModel } from '../../../server/src/names/model/format.ts';

/** The model that the project ships. */
export function projectModel(): Model {
  return readModel(projectModelBytes());
}

/** Its file. */
export function projectModelBytes(): Uint8Array {
  return fs.readFileSync(path.resolve(import.meta.dirname, '../../../server/data/names.model'));
}
