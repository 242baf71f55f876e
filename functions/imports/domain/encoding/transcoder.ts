/** Turns one file into UTF-8, piece by piece; its byte-order mark is left out. A piece may end anywhere. */
export interface Transcoder {
  /** The most bytes that `write` puts out for so many bytes. */
  most(bytes: number): number;
  /** Writes the UTF-8 of a piece to `target` from `start` on, and answers where it ends. */
  write(bytes: Uint8Array, target: Uint8Array, start: number): number;
  /** Writes what is left at the file's end: at most 3 bytes. @throws DomainError `file.cut-off` */
  end(target: Uint8Array, start: number): number;
}
