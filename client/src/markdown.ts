/**
 * The one way in which text from files enters Markdown that the client makes; the same as the server's, which a client
 * cannot import. `test/client/markdown.test.ts` compares the two.
 */
export function escapeMarkdown(text: string, limit = 300): string {
  const cut = text.length > limit ? `${text.slice(0, lastWhole(text, limit))}…` : text;
  return cut
    .replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(SPECIAL, (c, hidden) => (hidden === undefined ? (ENTITY[c] ?? c) : `\\${c}`));
}

/** Special characters, those first that a backslash hides; it does not hide `$(icon)`. */
const SPECIAL = /([\\`*_{}[\]()#+\-.!|~"'=:@/]|\$(?!\(|$))|[<>&$]/g;
const ENTITY: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', $: '&#36;' };

/** A cut at `limit` that does not divide a surrogate pair. */
function lastWhole(text: string, limit: number): number {
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}
