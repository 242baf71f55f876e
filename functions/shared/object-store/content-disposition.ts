/** `encodeURIComponent` leaves these characters unencoded; RFC 5987 does not allow them in an extended value. */
const LEFT_ALONE = /['()*]/g;

const hexOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** Older programs read the plain form of the name, in which `_` replaces everything but harmless ASCII. */
function disposition(kind: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = encodeURIComponent(fileName.toWellFormed()).replace(LEFT_ALONE, hexOf);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${extended}`;
}

/** The header with which a browser saves an object under a name in any script instead of showing it as a page. */
export const attachment = (fileName: string): string => disposition('attachment', fileName);

/** The header with which a browser shows an object, and saves it under a name in any script. */
export const inline = (fileName: string): string => disposition('inline', fileName);
