import { type TextDocument, type Uri, window, workspace } from 'vscode';
import { sameUri } from './selector.ts';

/** Whether the user has the file open in a tab, shown or not. */
export function hasTab(uri: Uri): boolean {
  return window.tabGroups.all.some((group) =>
    group.tabs.some((tab) => tabUris(tab.input).some((shown) => sameUri(shown, uri))),
  );
}

/** The document of a file that is in memory, with a tab or without. */
export function openDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => !document.isClosed && sameUri(document.uri, uri));
}

/** Text, custom and notebook tabs carry `uri`, diff tabs `original` and `modified`. */
function tabUris(input: unknown): Uri[] {
  if (typeof input !== 'object' || input === null) return [];
  const { uri, original, modified } = input as { uri?: Uri; original?: Uri; modified?: Uri };
  return [uri, original, modified].filter((one) => one !== undefined);
}
