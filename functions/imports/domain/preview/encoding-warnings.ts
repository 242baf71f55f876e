import type { ImportOptions } from '../../../definitions/index.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import type { PreviewWarning } from './preview.ts';
import type { Sample } from './read-sample.ts';

/** UTF-8 that a program has read as Windows-1252 and saved again: `Ã©` for `é`, `â€™` for an apostrophe. */
const MISREAD = /\u00c3[\u0080-\u00bf]|\u00c2[\u00a0-\u00bf]|\u00e2\u20ac/;

/** The signs that the text was written in another encoding than the one it is read in. */
export function encodingWarnings(
  { fileEncoding }: FileHead,
  { encoding }: ImportOptions,
  { records }: Sample,
): PreviewWarning[] {
  const code = 'encoding.doubtful';
  const misread = records.find(({ cells }) => cells.some((cell) => MISREAD.test(cell)));
  if (misread) {
    const detail = `Line ${misread.line} looks like UTF-8 that a program has read as Windows-1252 and saved again, which damages accents. Export the file again.`;
    return [{ code, detail }];
  }
  if (encoding !== undefined || fileEncoding.encoding !== 'windows-1252') return [];
  const detail =
    'The file is not UTF-8 and is read as Windows-1252. Check accents and currency signs, or export the file as UTF-8.';
  return [{ code, detail }];
}
