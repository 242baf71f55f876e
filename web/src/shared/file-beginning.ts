/** As much as the API accepts. A file may have any size: no more of it is read. */
const HEAD_BYTES = 64 * 1024;

/** The beginning of a file as the API takes it, and the size of the whole file. */
export interface FileBeginning {
  /** Base64. */
  readonly head: string;
  readonly bytes: number;
}

/** @throws DOMException if the file can no longer be read, for instance because it has been deleted */
export async function readBeginning(file: File): Promise<FileBeginning> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return { head: btoa(text), bytes: file.size };
}
