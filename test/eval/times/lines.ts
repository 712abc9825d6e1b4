import { readText } from '../support/files.ts';
import { readGold } from './gold.ts';
import type { Expectation } from './recognizers-value.ts';
import type { Expression } from './score.ts';

/** A document of a corpus with its time expressions; `dct` is its day of publication. */
export interface Document {
  readonly id: string;
  readonly text: string;
  readonly dct?: string;
  readonly timex: readonly Expression[];
}

/** A case of the tests of Recognizers-Text: mostly one sentence. */
export interface Case {
  readonly id: string;
  readonly text: string;
  readonly dct: string;
  readonly expect: readonly Expectation[];
}

/** What a file of JSON lines holds; undefined if neither. */
export type Lines = { readonly documents: readonly Document[] } | { readonly cases: readonly Case[] } | undefined;

export function readLines(file: string): Lines {
  if (file.endsWith('.txt')) return { documents: readGold(readText(file)) };
  const objects: unknown[] = readText(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
  if (objects.length > 0 && objects.every(isDocument)) return { documents: objects };
  if (objects.length > 0 && objects.every(isCase)) return { cases: objects };
  return undefined;
}

function isDocument(value: unknown): value is Document {
  return hasText(value) && 'timex' in value && Array.isArray(value.timex);
}

function isCase(value: unknown): value is Case {
  return hasText(value) && 'expect' in value && Array.isArray(value.expect);
}

function hasText(value: unknown): value is { text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
