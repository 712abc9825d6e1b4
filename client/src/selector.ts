import type { TextDocument, Uri } from 'vscode';

export const SEED = 'seed';
export const SIDECARS = '**/*.annotations.yaml';

/** The documents that our server gets to see. Only files by pattern: other YAML is none of our business. */
export const documentSelector = [
  { language: SEED },
  { pattern: SIDECARS },
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

/** The annotations file of a seed. */
export function sidecarOf(seed: Uri): Uri {
  return seed.with({ path: `${seed.path}.annotations.yaml` });
}

/** The seed of an annotations file. */
export function seedOf(sidecar: Uri): Uri {
  return sidecar.with({ path: sidecar.path.slice(0, -'.annotations.yaml'.length) });
}

/** Whether a file is one of the YAML files that belong to seeds. */
export function isOurYaml(uri: Uri): boolean {
  return /\.(annotations|facts)\.yaml$|\/facts\/.*\.yaml$|\/seedmark\.yaml$/.test(uri.path);
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
