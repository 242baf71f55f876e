/** `encodeURIComponent` leaves these characters unencoded; RFC 5987 does not allow them in an extended value. */
const LEFT_ALONE = /['()*]/g;

const hexOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * The header with which a browser saves an object under a name in any script instead of showing it as a page. Older
 * programs read the plain form, in which `_` replaces everything but harmless ASCII.
 */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = encodeURIComponent(fileName.toWellFormed()).replace(LEFT_ALONE, hexOf);
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}
