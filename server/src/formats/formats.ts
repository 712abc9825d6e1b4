import { csv } from './csv.ts';
import type { ExchangeFormat } from './types.ts';
import { webAnnotation } from './web-annotation.ts';

/** The formats in which annotations leave, in the order in which they are offered. */
export const FORMATS: readonly ExchangeFormat[] = [webAnnotation, csv];
