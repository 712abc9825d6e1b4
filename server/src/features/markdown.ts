/**
 * The one way in which text from files enters Markdown that an editor shows: every character that could begin
 * formatting, HTML, a link, an image or a theme icon is escaped, line ends become blanks, and what is very long is cut.
 */
export function escapeMarkdown(text: string, limit = 300): string {
  const cut = text.length > limit ? `${text.slice(0, lastWhole(text, limit))}…` : text;
  return cut
    .replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(SPECIAL, (c, plain) => (plain === undefined ? (ENTITY[c] ?? c) : `\\${c}`));
}

/**
 * Special characters, those first that a backslash hides. It does not hide `$(icon)`: VS Code looks for icons in the HTML
 * that comes of the Markdown, where backslashes are gone.
 */
const SPECIAL = /([\\`*_{}[\]()#+\-.!|~"'=:@/]|\$(?!\(|$))|[<>&$]/g;
const ENTITY: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', $: '&#36;' };

/** A cut at `limit` that does not divide a surrogate pair. */
function lastWhole(text: string, limit: number): number {
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}

const SAFE = /^(?:https:\/\/|mailto:)/i;

/**
 * A link to the outside, or just its text when the address is of a kind that is not allowed or links are off: only
 * `https:` and `mailto:` may be clicked.
 */
export function externalLink(label: string, address: string, allowed: boolean): string {
  const target = allowed && SAFE.test(address) ? encodeAddress(address) : undefined;
  return target === undefined ? escapeMarkdown(label) : `[${escapeMarkdown(label)}](${target})`;
}

/** A link to a line of a workspace file; `uri` is one of the server's own, never text from a file. */
export function fileLink(label: string, uri: string, line: number): string {
  return `[${escapeMarkdown(label)}](${encodeAddress(uri)}#L${line + 1})`;
}

/** A link that runs one of the client's commands; undefined where the client does not have it. */
export function commandLink(
  label: string,
  command: string,
  argument: unknown,
  commands: readonly string[],
): string | undefined {
  if (!commands.includes(command)) return undefined;
  const query = encodeURIComponent(JSON.stringify([argument])).replace(
    /[()']/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `[${label}](command:${command}?${query})`;
}

function encodeAddress(address: string): string {
  return address.replace(/[\s()<>"'\\`|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, (c) =>
    encodeURIComponent(c).replace(/[()']/g, (d) => `%${d.charCodeAt(0).toString(16)}`),
  );
}
