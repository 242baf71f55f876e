/** An upload that has not ended, as this browser remembers it: what it is, and nothing of the file's content. */
export interface UploadRecord {
  readonly importId: string;
  /** Who has begun it: another person on the same computer does not see it. */
  readonly userId: string;
  readonly accountPrefix: string;
  readonly tablePrefix: string;
  readonly fileName: string;
  readonly bytes: number;
  /** In milliseconds, as the browser reports it. */
  readonly lastModified: number;
  /** SHA-256 of the file's first part, as hexadecimal digits. */
  readonly firstPart: string;
  /** Absent for a file that goes up in one request: it has to be sent again from its beginning. */
  readonly partBytes?: number;
  /** Present if the wizard has saved a definition for this import. It is deleted when the import is cancelled. */
  readonly definition?: { readonly id: string; readonly etag: string };
}

const KEY = 'switchboard.uploads';
/** A file in one request has no parts: as many bytes of it are compared. */
const COMPARED_BYTES = 8 * 1024 * 1024;

/** @param text as the browser has stored it; anything that is not an upload is left out */
export function storedUploads(text: string | null): readonly UploadRecord[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isRecord) : [];
  } catch {
    return [];
  }
}

export const readUploads = (): readonly UploadRecord[] => storedUploads(localStorage.getItem(KEY));

export function rememberUpload(record: UploadRecord): void {
  const others = readUploads().filter(({ importId }) => importId !== record.importId);
  localStorage.setItem(KEY, JSON.stringify([...others, record]));
}

export function forgetUpload(importId: string): void {
  const others = readUploads().filter((record) => record.importId !== importId);
  if (others.length === 0) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(others));
}

export type FileMatch = 'same' | 'other-name' | 'other-content';

/** Whether a chosen file is the one whose upload has begun. Parts of two files would not fit together. */
export async function matchFile(
  { fileName, bytes, lastModified, firstPart, partBytes }: UploadRecord,
  file: File,
): Promise<FileMatch> {
  if (file.name !== fileName) return 'other-name';
  if (file.size !== bytes || file.lastModified !== lastModified) return 'other-content';
  return (await hashOfFirstPart(file, partBytes)) === firstPart ? 'same' : 'other-content';
}

export async function hashOfFirstPart(file: Blob, partBytes = COMPARED_BYTES): Promise<string> {
  const bytes = await file.slice(0, partBytes).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const TEXTS = ['importId', 'userId', 'accountPrefix', 'tablePrefix', 'fileName', 'firstPart'];
const NUMBERS = ['bytes', 'lastModified'];

function isRecord(value: unknown): value is UploadRecord {
  if (typeof value !== 'object' || value === null) return false;
  const has = (type: string) => (name: string) => typeof Reflect.get(value, name) === type;
  return TEXTS.every(has('string')) && NUMBERS.every(has('number'));
}
