import { isOpen } from '../times/explain.ts';
import type { ResolvedTime } from '../times/types.ts';

/**
 * What is written of a time that is annotated: the attributes of its TIMEX3. Undefined of one that has no value to hold on to:
 * one that cannot be read, is doubtful, or is left open by the text without coming again.
 */
export function timeAttributes(time: ResolvedTime): Record<string, string> | undefined {
  const { value, mod, type, meaning, problem } = time;
  if (value === undefined || problem !== undefined) return undefined;
  if (isOpen(time) && type !== 'set') return undefined;
  const more = meaning?.kind === 'set' ? { quant: meaning.quant, freq: meaning.freq } : {};
  const attributes: Record<string, string> = { value };
  for (const [name, said] of Object.entries({ mod, ...more })) if (said !== undefined) attributes[name] = said;
  return attributes;
}
