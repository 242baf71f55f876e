/** Converts one file to UTF-8, piece by piece, without its byte-order mark. A piece may end within a character. */
export interface Transcoder {
  /** The largest output of `write` for `bytes` bytes. */
  most(bytes: number): number;
  /** Writes the UTF-8 of a piece to `target` from `start` on; returns its end. */
  write(bytes: Uint8Array, target: Uint8Array, start: number): number;
  /** Writes the rest at the file's end: at most 3 bytes. @throws DomainError `file.cut-off` */
  end(target: Uint8Array, start: number): number;
}
