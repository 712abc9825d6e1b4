import { StatusBarAlignment, window } from 'vscode';

/** So long a message stands in the status bar. */
const SHOWN_FOR = 6_000;

/** Says what was done without asking for anything: in the status bar, where a screen reader reads it out at once. */
export function announce(message: string): void {
  const item = window.createStatusBarItem('seedmark.announcement', StatusBarAlignment.Left, -1_000);
  item.name = 'Seedmark: what was done';
  // Text from files may look like one of VS Code's icons.
  item.text = `$(check) ${message.replaceAll('$(', '\\$(')}`;
  item.accessibilityInformation = { label: message, role: 'alert' };
  item.show();
  setTimeout(() => item.dispose(), SHOWN_FOR);
}
