import { type TextDocument, type Uri, window } from 'vscode';

export const SEED = 'seed';

/** The documents that our server gets to see. Only files by pattern: other YAML is none of our business. */
export const documentSelector = [
  { language: SEED },
  { pattern: '**/*.annotations.yaml' },
  { language: 'yaml', pattern: '**/facts/**/*.yaml' },
  { pattern: '**/*.facts.yaml' },
  { pattern: '**/seedmark.yaml' },
];

export function isSeed(document: TextDocument): boolean {
  return document.languageId === SEED;
}

export function isSidecar(uri: Uri): boolean {
  return uri.path.endsWith('.annotations.yaml');
}

/** Whether a file of which nothing but the address is known (a tab restored but not shown yet) is one of ours. */
export function looksOurs(uri: Uri): boolean {
  return /\.seed(\.txt)?$|\/seeds\/.*\.txt$|\.(annotations|facts)\.yaml$|\/facts\/.*\.yaml$|\/seedmark\.yaml$/.test(
    uri.path,
  );
}

/** One spelling for comparing: servers and file systems escape differently. */
export function sameUri(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString();
}

/** Whether the user has the file open in a tab, shown or not. */
export function hasTab(uri: Uri): boolean {
  return window.tabGroups.all.some((group) =>
    group.tabs.some((tab) => tabUris(tab.input).some((shown) => sameUri(shown, uri))),
  );
}

/** Text, custom and notebook tabs carry `uri`, diff tabs `original` and `modified`. */
function tabUris(input: unknown): Uri[] {
  if (typeof input !== 'object' || input === null) return [];
  const { uri, original, modified } = input as { uri?: Uri; original?: Uri; modified?: Uri };
  return [uri, original, modified].filter((one) => one !== undefined);
}
