import type { Transcoder } from './transcoder.ts';

/**
 * Code points of the bytes 0x80 to 0x9F; a zero marks the five that Windows-1252 does not define. All other bytes are
 * the same as in Latin 1.
 */
const UPPER_CONTROLS = [
  ...[0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0],
  ...[0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e],
  0x0178,
];

const CODE_POINTS = Uint16Array.from({ length: 256 }, (_, byte) => UPPER_CONTROLS[byte - 0x80] ?? byte);

/** The byte of each character that Windows-1252 has. */
export const bytesOf1252: ReadonlyMap<string, number> = new Map(
  [...CODE_POINTS.entries()].flatMap(([byte, point]) =>
    point === 0 && byte !== 0 ? [] : [[String.fromCodePoint(point), byte] as const],
  ),
);

/** Whether Windows-1252 has a character for the byte. */
export const isDefinedIn1252 = (byte: number): boolean => byte === 0 || CODE_POINTS[byte] !== 0;

/**
 * Converts Windows-1252 to UTF-8. An undefined byte is copied: it is invalid UTF-8, so that only the record that holds
 * it fails, and no byte is lost.
 */
export class Windows1252Transcoder implements Transcoder {
  most(bytes: number): number {
    return 3 * bytes;
  }

  write(bytes: Uint8Array, target: Uint8Array, start: number): number {
    let at = start;
    for (let from = 0; from < bytes.length; from += 1) {
      const byte = bytes[from] ?? 0;
      const point = CODE_POINTS[byte] ?? 0;
      if (point < 0x80) target[at++] = byte;
      else if (point < 0x800) {
        target[at++] = 0xc0 | (point >> 6);
        target[at++] = 0x80 | (point & 0x3f);
      } else {
        target[at++] = 0xe0 | (point >> 12);
        target[at++] = 0x80 | ((point >> 6) & 0x3f);
        target[at++] = 0x80 | (point & 0x3f);
      }
    }
    return at;
  }

  end(_target: Uint8Array, start: number): number {
    return start;
  }
}
