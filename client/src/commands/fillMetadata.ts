import { window } from 'vscode';
import {
  type CheckValueParams,
  checkValueRequest,
  type FillMetadataParams,
  type FillMetadataResult,
  fillMetadataRequest,
  type MissingMetadata,
  type MissingMetadataParams,
  missingMetadataRequest,
  type ValueCheck,
} from '../../../server/src/protocol.ts';
import { applyMetadata } from '../applyMetadata.ts';
import { tell } from '../messages.ts';
import type { Server } from '../server.ts';
import { readArgument } from './argument.ts';
import { metadataForm } from './metadataForm.ts';
import { findSeed } from './target.ts';
import { count } from './words.ts';

/**
 * "Fill In Missing Metadata…": one form for all that is missing, empty or wrong. All answers are one edit, and one undo takes
 * it back. An argument `{ values?, uri? }` answers beforehand what would be asked.
 */
export async function fillMetadata(server: Server, argument: unknown): Promise<void> {
  const { uri, values: given } = readArgument(argument);
  const seed = await findSeed(uri);
  if (seed === undefined) return;
  const of = { uri: seed.document.uri.toString() };
  const values = given ?? (await ask());
  if (values === undefined || Object.keys(values).length === 0) return;

  const result = await applyMetadata(seed.document, (version) => {
    const params: FillMetadataParams = { ...of, version, values };
    return server.request<FillMetadataResult>(fillMetadataRequest, params);
  });
  if ('problem' in result) return tell(result);
  if (result.length > 0) {
    return tell({
      problem: `This could not be written without changing something else: ${result.join(', ')}. Write it by hand.`,
    });
  }
  window.setStatusBarMessage(`Seedmark: filled in ${count(Object.keys(values).length, 'field')}.`, 3000);

  async function ask(): Promise<Readonly<Record<string, string>> | undefined> {
    const params: MissingMetadataParams = of;
    const missing = await server.request<MissingMetadata | null>(missingMetadataRequest, params);
    if (missing === null || missing.steps.length === 0) {
      tell({ problem: 'Nothing is missing from the metadata of this seed.' });
      return undefined;
    }
    return metadataForm('Fill In Missing Metadata', missing.steps, async (key, value) => {
      const question: CheckValueParams = { key, value };
      const check = await server.request<ValueCheck | null>(checkValueRequest, question);
      return check ?? { written: value, doubtful: false };
    });
  }
}
