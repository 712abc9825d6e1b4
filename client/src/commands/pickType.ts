import type { PrepareTagResult, TypeChoice } from '../../../server/src/protocol.ts';
import { KeyPicker } from './keyPicker.ts';
import { lastUsedFirst } from './lastUsed.ts';
import { plain, quotedList } from './words.ts';

/** How the list of types is worded. */
export interface TypeWording {
  /** @param words those that get the type, in quotation marks. */
  title(words: string): string;
  readonly present: string;
}

const TAGGING: TypeWording = { title: (words) => `Tag ${words} as…`, present: 'recognized here' };

/**
 * Asks for a type; one letter is enough. The picker stays while `choose` runs, so that letters typed meanwhile end here too.
 *
 * @param lastUsed id of the type that is offered first.
 * @param wording the title, and what is said of the type that the words have already.
 */
export function pickType(
  { targets, types }: PrepareTagResult,
  lastUsed: string | undefined,
  choose: (type: TypeChoice) => Promise<void>,
  wording: TypeWording = TAGGING,
): Promise<void> {
  const recognized = commonType(targets);
  const ordered = lastUsedFirst(types, lastUsed);
  const rows = ordered.map(({ id, key, label, description }) => ({
    id,
    key,
    label: `${plain(key.toUpperCase())}  ${plain(label)}`,
    description: plain(id === recognized ? `${wording.present} · ${description}` : description),
  }));
  const active = ordered.find(({ id }) => id === recognized) ?? ordered[0];
  let chosen = false;

  return new Promise((resolve, reject) => {
    const take = async (type: TypeChoice) => {
      chosen = true;
      picker.busy = true;
      try {
        await choose(type);
        resolve();
      } catch (error) {
        reject(error);
      } finally {
        picker.dispose();
      }
    };
    const picker = new KeyPicker<string>(
      (id) => {
        const type = types.find((one) => one.id === id);
        if (!chosen && type !== undefined) void take(type);
      },
      () => {
        if (chosen) return;
        resolve();
        picker.dispose();
      },
    );
    const words = plain(quotedList(targets.map((target) => target.text)));
    picker.update(wording.title(words), hint(active), rows, active?.id);
    picker.show();
  });
}

function hint(active: TypeChoice | undefined): string {
  return active ? `Press a letter. Enter: ${active.label}. Escape: nothing.` : 'This project has no types.';
}

/** The type that was recognized in all targets alike. */
function commonType(targets: PrepareTagResult['targets']): string | undefined {
  const first = targets[0]?.type;
  return targets.every(({ type }) => type === first) ? first : undefined;
}
