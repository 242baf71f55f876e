import { CliError } from '../errors.ts';

/** Names of devices in Windows, whatever follows the first dot. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A safe local name for a file of the server: it stays in the chosen folder, and is neither an option nor a hidden
 * file. Other characters become underscores.
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
