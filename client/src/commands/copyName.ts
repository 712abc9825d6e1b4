import { env } from 'vscode';
import { announce } from '../announce.ts';
import { objectOf } from './argument.ts';
import { quoted } from './words.ts';

/** "Copy Name" of a row that stands for something that seeds name; an argument `{ name }` says of what. */
export async function copyName(argument: unknown): Promise<void> {
  const { name } = objectOf(argument);
  if (typeof name !== 'string') return;
  await env.clipboard.writeText(name);
  announce(`Copied: ${quoted(name)}`);
}
