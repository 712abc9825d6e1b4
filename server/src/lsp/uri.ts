import { URI } from 'vscode-uri';

/**
 * The one spelling in which URIs are kept and compared: editors write the same address with more or fewer characters
 * encoded. What is no URI at all stays as it is.
 */
export function normalizeUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
