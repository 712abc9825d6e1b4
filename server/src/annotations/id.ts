const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const SIGNS = `${LETTERS}23456789`;

/**
 * The id of a new annotation from (at least eight) random bytes: eight lower-case letters and digits, none of which is
 * taken for another, a letter first, so that no YAML reader takes it for a number.
 */
export function newId(bytes: Uint8Array): string {
  let id = '';
  for (let i = 0; i < 8; i++) {
    const signs = i === 0 ? LETTERS : SIGNS;
    id += signs[(bytes[i] ?? 0) % signs.length];
  }
  return id;
}
