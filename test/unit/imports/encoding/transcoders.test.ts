import { isUtf8 } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Encoding } from '../../../../functions/definitions/index.ts';
import { transcoderOf } from '../../../../functions/imports/domain/encoding/transcoders.ts';

/** Transcodes a file in pieces that end at these places. */
function transcode(encoding: Encoding, bytes: Uint8Array, cuts: readonly number[] = []): Buffer {
  const transcoder = transcoderOf(encoding);
  const target = Buffer.alloc(4 * bytes.length + 10);
  let end = 0;
  let from = 0;
  for (const cut of [...cuts.map((each) => each % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    const to = transcoder.write(bytes.subarray(from, cut), target, end);
    expect(to - end).toBeLessThanOrEqual(transcoder.most(cut - from));
    end = to;
    from = cut;
  }
  return target.subarray(0, transcoder.end(target, end));
}

const cuts = fc.array(fc.nat(200), { maxLength: 6 });
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });

describe('text of any encoding, in whatever pieces it comes', () => {
  test('UTF-16 is converted with and without mark, in either byte order', async () => {
    await fc.assert(
      fc.property(anyText, cuts, fc.boolean(), (text, places, isMarked) => {
        const bytes = Buffer.from((isMarked ? '\uFEFF' : '') + text, 'utf16le');
        // Text that begins with U+FEFF cannot be distinguished from a mark.
        const expected = !isMarked && text.startsWith('\uFEFF') ? text.slice(1) : text;
        expect(transcode('utf-16le', bytes, places).toString()).toBe(expected);
        expect(transcode('utf-16be', bytes.swap16(), places).toString()).toBe(expected);
      }),
    );
  });

  test('UTF-16 units of any kind lose nothing: half a pair becomes three bytes of invalid UTF-8', async () => {
    const unit = fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff }), fc.constantFrom(0xfeff, 0x41, 0));
    await fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), cuts, (units, places) => {
        const text = String.fromCharCode(0x41, ...units);
        const decoded = transcode('utf-16le', Buffer.from(text, 'utf16le'), places);
        expect(isUtf8(decoded)).toBe(text.isWellFormed());
        expect(fromGeneralisedUtf8(decoded)).toBe(text);
      }),
    );
  });

  test('Windows-1252: every defined byte is converted, and the five undefined ones stay unchanged', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      const decoded = transcode('windows-1252', Uint8Array.of(0x41, byte, 0x42), [1, 2]);
      if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) {
        expect(decoded).toEqual(Buffer.of(0x41, byte, 0x42));
        expect(isUtf8(decoded)).toBe(false);
      } else if (byte >= 0x80 && byte < 0xa0) {
        expect(decoded.toString()).toBe(`A${KNOWN_1252[byte - 0x80]}B`);
      } else expect(decoded.toString()).toBe(`A${String.fromCharCode(byte)}B`);
    }
  });

  test('an undefined byte of Windows-1252 never joins its neighbours to a character', async () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0x81, 0x8d, 0xc3, 0xe2));
    await fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 20 }),
        byte,
        fc.constantFrom(0x81, 0x8d, 0x8f, 0x90, 0x9d),
        (some, more, bad) => {
          expect(isUtf8(transcode('windows-1252', Uint8Array.of(...some, more, bad, more)))).toBe(false);
        },
      ),
    );
  });

  test('UTF-8, valid or not, is copied without its mark', async () => {
    const mark = [0xef, 0xbb, 0xbf];
    const anyStart = fc.constantFrom([], mark, mark.slice(0, 1), mark.slice(0, 2), [...mark, ...mark]);
    await fc.assert(
      fc.property(anyStart, fc.uint8Array({ maxLength: 20 }), cuts, (start, rest, places) => {
        const bytes = Buffer.from([...start, ...rest]);
        const expected = bytes.subarray(0, 3).equals(Buffer.from(mark)) ? bytes.subarray(3) : bytes;
        expect(transcode('utf-8', bytes, places)).toEqual(expected);
      }),
    );
  });

  test('UTF-16 that ends within a character is cut off', () => {
    expect(() => transcode('utf-16le', Buffer.from('A\0B'))).toThrow(/ends in the middle of a character/);
  });
});

const KNOWN_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Reads UTF-8 in which half a surrogate pair may stand as three bytes. */
function fromGeneralisedUtf8(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    const isHalf = byte === 0xed && (bytes[at + 1] ?? 0) >= 0xa0;
    text += isHalf
      ? String.fromCharCode(0xd000 | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f))
      : bytes.toString('utf8', at, at + length);
    at += length;
  }
  return text;
}
