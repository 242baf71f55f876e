/** As many bytes of a file the API reads for a preview. */
const HEAD_BYTES = 64 * 1024;

/** A file of this computer. */
export interface LocalFile {
  readonly kind: 'local';
  readonly file: File;
  /** Its beginning in base64. Nothing more of it is read before it is sent. */
  readonly head: string;
  readonly name: string;
  readonly bytes: number;
}

/** A file that is in the inbox of the CRM table already. */
export interface InboxFile {
  readonly kind: 'inbox';
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly modifiedAt: string;
}

/** The file of the import. */
export type ChosenFile = LocalFile | InboxFile;

/** Tells apart files, and the states of a file. */
export function fileKeyOf(chosen: ChosenFile): string {
  if (chosen.kind === 'inbox') return JSON.stringify([chosen.key, chosen.bytes, chosen.modifiedAt]);
  const { name, size, lastModified } = chosen.file;
  return JSON.stringify([name, size, lastModified]);
}

/** The file as a preview names it. */
export const previewedFile = (chosen: ChosenFile) =>
  chosen.kind === 'inbox' ? { key: chosen.key } : { head: chosen.head, bytes: chosen.bytes };

/** @throws DOMException if the file cannot be read, for instance because it was removed */
export async function readBeginning(file: File): Promise<LocalFile> {
  const head = base64Of(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  return { kind: 'local', file, head, name: file.name, bytes: file.size };
}

/** Arguments of one call; a browser takes no unlimited number of them. */
const CALL_BYTES = 8 * 1024;

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CALL_BYTES)
    text += String.fromCharCode(...bytes.subarray(start, start + CALL_BYTES));
  return btoa(text);
}

const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** `3.4 MB`; a kilobyte is 1,024 bytes. */
export function sizeText(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}
