import { QuickInputButtons, type QuickPick, type QuickPickItem, window } from 'vscode';
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
  let picker: QuickPick<RowItem>;
  let at = 0;
  /** The text for which the first row was seen to be the active one. */
  let seenFor: string | undefined;
  /** The value that was looked at last, and is still in the box: what is doubtful is taken the second time. */
  let checked: { readonly value: string; readonly result: ValueCheck } | undefined;
  let isChecking = false;
  /** What was in the box when its step was done: what is typed behind it before the box is emptied is for the next one. */
  let stale = '';
  let isOver = false;

  return new Promise((resolve, reject) => {
    open();

    function open(): void {
      const own = window.createQuickPick<RowItem>();
      picker = own;
      own.totalSteps = steps.length;
      own.ignoreFocusOut = true;
      own.onDidChangeValue(changed);
      own.onDidChangeActive(([active]) => {
        if (active?.row.kind === 'typed') seenFor = active.row.value;
      });
      own.onDidAccept(() => {
        if (isChecking) return;
        take().catch((error) => {
          reject(error);
          own.hide();
        });
      });
      own.onDidTriggerButton(() => {
        at = Math.max(0, at - 1);
        // A new list takes the focus back from the button. It hides the old one; hidden before, keys would reach the text.
        open();
      });
      own.onDidHide(() => {
        own.dispose();
        if (own !== picker) return;
        isOver = true;
        resolve(Object.fromEntries(answers));
      });
      show();
      own.show();
    }

    function show(typedAhead = ''): void {
      const step = steps[at];
      if (step === undefined) {
        picker.hide();
        return;
      }
      seenFor = undefined;
      checked = undefined;
      picker.title = plain(`${title}: ${step.label}`);
      picker.step = at + 1;
      picker.buttons = at > 0 ? [QuickInputButtons.Back] : [];
      picker.placeholder = prompt(step);
      picker.value = answers.get(step.key) ?? typedAhead;
      showRows(step);
    }

    function showRows(step: MetadataStep): void {
      if (checked?.value !== picker.value.trim()) checked = undefined;
      picker.items = formRows(step, picker.value, checked?.result).map(toItem);
      const [first] = picker.items;
      if (first) picker.activeItems = [first];
    }

    function changed(value: string): void {
      const step = steps[at];
      const typedAhead = typedBehind(value);
      if (typedAhead === '') stale = '';
      else picker.value = typedAhead;
      seenFor = undefined;
      if (step) showRows(step);
    }

    function typedBehind(value: string): string {
      return stale !== '' && value.length > stale.length && value.startsWith(stale) ? value.slice(stale.length) : '';
    }

    async function take(): Promise<void> {
      const step = steps[at];
      if (step === undefined) return;
      const inBox = picker.value;
      const active = picker.activeItems[0]?.row;
      const value = taken(inBox, active, seenFor);
      const isSure = !step.checked || (active?.kind === 'suggestion' && active.value === value);
      if (value === '') answers.delete(step.key);
      else {
        if (!isSure && !(checked?.value === value && checked.result.doubtful)) {
          const result = await look(step.key, value);
          if (isOver || steps[at] !== step) return;
          if (result.problem !== undefined) {
            picker.value = value;
            checked = { value, result };
            return showRows(step);
          }
        }
        answers.set(step.key, value);
      }
      at++;
      if (inBox !== '') stale = inBox;
      show(typedBehind(picker.value));
    }

    async function look(key: string, value: string): Promise<ValueCheck> {
      isChecking = true;
      picker.busy = true;
      try {
        return await check(key, value);
      } finally {
        isChecking = false;
        picker.busy = false;
      }
    }
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
