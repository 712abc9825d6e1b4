import { type QuickPickItem, window } from 'vscode';
import { plain, quoted } from './words.ts';

interface TextItem extends QuickPickItem {
  readonly text: string;
}

/** Asks for one of some texts, or another one that is typed; undefined when the user has left. */
export function pickText(title: string, placeholder: string, texts: readonly string[]): Promise<string | undefined> {
  const picker = window.createQuickPick<TextItem>();
  picker.title = title;
  picker.placeholder = placeholder;
  picker.ignoreFocusOut = true;
  const known = [...new Set(texts)].map((text): TextItem => ({ label: plain(text), text }));
  const show = () => {
    const typed = picker.value.trim();
    const isNew = typed !== '' && !known.some(({ text }) => text === typed);
    picker.items = isNew
      ? [...known, { label: `$(add) ${plain(quoted(typed))}`, text: typed, alwaysShow: true }]
      : known;
  };
  picker.onDidChangeValue(show);
  show();
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const text = picker.activeItems[0]?.text ?? picker.value.trim();
      if (text === '') return;
      resolve(text);
      picker.dispose();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
