export const LF = 0x0a;
export const CR = 0x0d;
export const QUOTE = 0x22;

/** The same memory seen as a Buffer: its search and text methods run natively. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
