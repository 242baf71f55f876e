/** What RFC 5987 lets stand as it is in an extended value; `encodeURIComponent` leaves four more alone. */
const LEFT_ALONE = /['()*]/g;

const hexOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * The header by which a browser saves an object under a name in any script, and never shows it as a page.
 * Older programs read the plain form, in which other than harmless ASCII is `_`.
 */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = encodeURIComponent(fileName.toWellFormed()).replace(LEFT_ALONE, hexOf);
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}
