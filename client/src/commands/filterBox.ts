import { window } from 'vscode';

export interface FilterBox {
  readonly title: string;
  readonly placeholder: string;
  readonly prompt: string;
  /** What Escape brings back. */
  readonly before: string;
  typed(filter: string): void;
}

/** An input box in which what is typed filters at once; Escape brings back what was. */
export async function filterBox({ title, placeholder, prompt, before, typed }: FilterBox): Promise<void> {
  const box = window.createInputBox();
  box.title = title;
  box.placeholder = placeholder;
  box.prompt = prompt;
  box.value = before;
  let kept = false;
  await new Promise<void>((resolve) => {
    box.onDidChangeValue(typed);
    box.onDidAccept(() => {
      kept = true;
      box.hide();
    });
    box.onDidHide(() => {
      if (!kept) typed(before);
      box.dispose();
      resolve();
    });
    box.show();
  });
}
