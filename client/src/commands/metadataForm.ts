import { QuickInputButtons, type QuickPickItem, window } from 'vscode';
import type { MetadataStep, ValueCheck } from '../../../server/src/protocol.ts';
import { type FormRow, formRows, prompt, taken } from './formRows.ts';
import { plain } from './words.ts';

interface RowItem extends QuickPickItem {
  readonly row: FormRow;
}

/**
 * Asks for one field after another. Enter takes what was typed or picked, or skips; Back goes back; Escape ends the form and
 * keeps what was answered so far. A value is looked at before it is taken: a wrong one stays in the box with what is wrong.
 */
export function metadataForm(
  title: string,
  steps: readonly MetadataStep[],
  check: (key: string, value: string) => Promise<ValueCheck>,
): Promise<Readonly<Record<string, string>>> {
  const answers = new Map<string, string>();
  const picker = window.createQuickPick<RowItem>();
  let at = 0;
  /** The text for which the first row was seen to be the active one. */
  let seenFor: string | undefined;
  /** The value that was looked at last, and is still in the box: what is doubtful is taken the second time. */
  let checked: { readonly value: string; readonly result: ValueCheck } | undefined;
  let isChecking = false;
  /** Enters pressed while a value was looked at: they are for the steps behind it. */
  let waiting = 0;
  let isOver = false;

  picker.title = title;
  picker.totalSteps = steps.length;
  picker.ignoreFocusOut = true;

  const showRows = (step: MetadataStep) => {
    if (checked?.value !== picker.value.trim()) checked = undefined;
    picker.items = formRows(step, picker.value, checked?.result).map(toItem);
    const [first] = picker.items;
    if (first) picker.activeItems = [first];
  };
  const show = (typedAhead = '') => {
    const step = steps[at];
    if (step === undefined) return picker.hide();
    seenFor = undefined;
    checked = undefined;
    picker.step = at + 1;
    picker.buttons = at > 0 ? [QuickInputButtons.Back] : [];
    picker.placeholder = prompt(step);
    picker.value = answers.get(step.key) ?? typedAhead;
    showRows(step);
  };

  return new Promise((resolve, reject) => {
    const take = async () => {
      const step = steps[at];
      if (step === undefined) return;
      const inBox = picker.value;
      const value = taken(picker.value, picker.activeItems[0]?.row, seenFor);
      if (value === '') answers.delete(step.key);
      else {
        if (checked?.value !== value || !checked.result.doubtful) {
          isChecking = true;
          picker.busy = true;
          const result = await check(step.key, value).finally(() => {
            isChecking = false;
            picker.busy = false;
          });
          if (isOver) return;
          if (result.problem !== undefined) {
            picker.value = value;
            checked = { value, result };
            waiting = 0;
            return showRows(step);
          }
        }
        answers.set(step.key, value);
      }
      at++;
      show(picker.value.startsWith(inBox) ? picker.value.slice(inBox.length) : '');
      if (waiting > 0 && !isOver) {
        waiting--;
        await take();
      }
    };
    picker.onDidChangeValue(() => {
      const step = steps[at];
      seenFor = undefined;
      if (step) showRows(step);
    });
    picker.onDidChangeActive(([active]) => {
      if (active?.row.kind === 'typed') seenFor = active.row.value;
    });
    picker.onDidAccept(() => {
      if (isChecking) waiting++;
      else
        take().catch((error) => {
          reject(error);
          picker.hide();
        });
    });
    picker.onDidTriggerButton(() => {
      at = Math.max(0, at - 1);
      show();
    });
    picker.onDidHide(() => {
      isOver = true;
      picker.dispose();
      resolve(Object.fromEntries(answers));
    });
    show();
    picker.show();
  });
}

function toItem(row: FormRow): RowItem {
  const { label, description, detail } = row;
  return {
    row,
    label: plain(label),
    description: plain(description),
    ...(detail === undefined ? {} : { detail: `$(warning) ${plain(detail)}` }),
    // What was typed is a row whatever it is.
    ...(row.kind === 'typed' ? { alwaysShow: true } : {}),
  };
}
