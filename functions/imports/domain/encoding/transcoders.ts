import type { Encoding } from '../../../definitions/index.ts';
import { CarriageReturnTranscoder } from './carriage-returns.ts';
import type { FileEncoding } from './file-encoding.ts';
import type { Transcoder } from './transcoder.ts';
import { Utf8Transcoder } from './utf-8.ts';
import { Utf16Transcoder } from './utf-16.ts';
import { Windows1252Transcoder } from './windows-1252.ts';

export function transcoderFor({ encoding, lineEnds, delimiter }: Readable): Transcoder {
  const transcoder = transcoderOf(encoding);
  return lineEnds === undefined ? transcoder : new CarriageReturnTranscoder(transcoder, delimiter);
}

type Readable = FileEncoding & { readonly delimiter: string };

export function transcoderOf(encoding: Encoding): Transcoder {
  switch (encoding) {
    case 'utf-8':
      return new Utf8Transcoder();
    case 'utf-16le':
      return new Utf16Transcoder('little-endian');
    case 'utf-16be':
      return new Utf16Transcoder('big-endian');
    case 'windows-1252':
      return new Windows1252Transcoder();
  }
}
