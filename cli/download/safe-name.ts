import { CliError } from '../errors.ts';

/** Names that mean a device to Windows, whatever follows the first dot. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name under which a file of the server may be stored: it stays in the folder chosen, and cannot be taken for an option
 * or a hidden file. What does not fit becomes an underscore.
 */
export function safeName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, '_')
    .replace(/^[.-]+/, '_')
    .replace(/[. ]+$/, '_');
  const safe = DEVICES.test(plain) ? `_${plain}` : plain;
  if (safe === '') throw new CliError('download.no-name', 'A file of the import has no name.');
  return safe;
}
