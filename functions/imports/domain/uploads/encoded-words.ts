/** `=?utf-8?q?N=C3=A4chtlich?=`: a charset, an encoding (Q or B) and the encoded text (RFC 2047). */
const ENCODED_WORD = /=\?([\w-]+)(?:\*[\w-]+)?\?([qb])\?([^?]*)\?=/gi;
/** White space between two encoded words separates them and is no text: a long text is cut into several words. */
const BETWEEN_WORDS = /(\?=)\s+(?==\?)/g;

/** Runs of encoded words. Their bytes are joined before decoding, since a cut may fall within a character. */
const RUN = /(?:=\?[\w-]+(?:\*[\w-]+)?\?[qb]\?[^?]*\?=)+/gi;

/**
 * Decodes the form in which S3 returns metadata that is not ASCII. Other text, and text that cannot be decoded, is
 * returned unchanged.
 */
export function decodeEncodedWords(text: string): string {
  return text.replace(BETWEEN_WORDS, '$1').replace(RUN, (run) => decodeRun(run) ?? run);
}

function decodeRun(run: string): string | undefined {
  const words = [...run.matchAll(ENCODED_WORD)].map(([, charset = '', encoding = '', content = '']) => ({
    charset: charset.toLowerCase(),
    bytes: encoding.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : decodeQ(content),
  }));
  const decoded = words.map(({ charset, bytes }, index) => {
    // The first word of neighbours with one charset decodes all of them.
    if (words[index - 1]?.charset === charset) return '';
    const end = words.findIndex((word, other) => other > index && word.charset !== charset);
    const own = words.slice(index, end === -1 ? undefined : end).map((word) => word.bytes);
    return decodeBytes(charset, own.length === 1 ? bytes : Buffer.concat(own));
  });
  return decoded.includes(undefined) ? undefined : decoded.join('');
}

/** Q: `_` is a space, `=C3` a byte; all other characters are literal. */
function decodeQ(content: string): Buffer {
  const latin1 = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin1, 'latin1');
}

function decodeBytes(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
