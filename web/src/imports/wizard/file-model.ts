import { type FileBeginning, readBeginning } from '../../shared/file-beginning.ts';

/** A file of this computer. No more than its beginning is read before it is sent. */
export interface LocalFile extends FileBeginning {
  readonly kind: 'local';
  readonly file: File;
  readonly name: string;
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
export async function localFile(file: File): Promise<LocalFile> {
  return { kind: 'local', file, name: file.name, ...(await readBeginning(file)) };
}
