import { env, type Memento, type QuickPickItem, window } from 'vscode';
import {
  type FormatChoice,
  type Formats,
  formatsRequest,
  type QuotationParams,
  type QuotationResult,
  quotationRequest,
} from '../../../server/src/protocol.ts';
import { announce } from '../announce.ts';
import { tell } from '../messages.ts';
import type { Server } from '../server.ts';
import { readQuotationArgument } from './argument.ts';
import { lastUsedFirst } from './lastUsed.ts';
import { findSeed } from './target.ts';
import { count, quoted } from './words.ts';

const LAST_USED = 'seedmark.lastUsedQuotation';

export interface QuotationNeeds {
  readonly server: Server;
  /** Where the form used last is remembered. */
  readonly memory: Memento;
}

/**
 * "Copy as Quotation": the selections, or the sentence that the cursor is in, with where they come from. An argument
 * `{ format?, ranges?, uri? }` answers beforehand what would be asked.
 */
export async function copyQuotation({ server, memory }: QuotationNeeds, argument: unknown): Promise<void> {
  const { uri, ranges, format } = readQuotationArgument(argument);
  const target = await findSeed(uri);
  if (target === undefined) return;
  // Taken before anything is asked: the list may take the focus, not the selection.
  const selections = ranges ?? target.selections;
  const { quotations } = await server.request<Formats>(formatsRequest, {});
  const form = format ?? (await pickForm(quotations, memory.get<string>(LAST_USED)))?.id;
  if (form === undefined) return;
  const params: QuotationParams = { uri: target.document.uri.toString(), ranges: selections, format: form };
  const result = await server.request<QuotationResult>(quotationRequest, params);
  if ('problem' in result) return tell(result);
  await env.clipboard.writeText(result.text);
  if (format === undefined) await memory.update(LAST_USED, form);
  const label = quotations.find(({ id }) => id === form)?.label ?? form;
  const [first = '', ...others] = result.passages;
  const what = others.length === 0 ? quoted(first) : count(result.passages.length, 'passage');
  announce(`Copied as ${label}: ${what}`);
}

async function pickForm(
  forms: readonly FormatChoice[],
  lastUsed: string | undefined,
): Promise<FormatChoice | undefined> {
  const items = lastUsedFirst(forms, lastUsed).map((form): QuickPickItem & { readonly form: FormatChoice } => ({
    form,
    label: form.label,
    description: form.description,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Copy as Quotation',
    placeHolder: 'In which form? Enter copies it.',
    matchOnDescription: true,
  });
  return picked?.form;
}
