import type { ImportOrigin } from '../domain/bulk-job.ts';
import type { ImportLine } from '../domain/import-line.ts';

/** An import id with its form in bytes: most ids are a time and a hash, or a hash alone. */
interface PackedId {
  readonly form: number;
  readonly bytes: Buffer;
}

const TIMED = 0;
const KEYED = 1;
/** An id of any other form: its length, and its UTF-8. */
const WRITTEN_OUT = 2;

const TIME_BYTES = 4;
const TIMED_BYTES = TIME_BYTES + 6;
const KEYED_PREFIX = 'api-';
const KEYED_BYTES = 14;

const secondsOf = (time: string): number => Math.floor(Date.parse(time) / 1000);

function timeBytes(seconds: number): Buffer {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeUInt32BE(seconds);
  return bytes;
}

/** `20261122T110225Z` of seconds. */
const compactTime = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d+/g, '');

const spelledOut = (time: string): string =>
  time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');

function packId(importId: string): PackedId {
  const [time = '', hash = ''] = importId.split('-');
  if (/^\d{8}T\d{6}Z-[0-9a-f]{12}$/.test(importId)) {
    return { form: TIMED, bytes: Buffer.concat([timeBytes(secondsOf(spelledOut(time))), Buffer.from(hash, 'hex')]) };
  }
  if (/^api-[0-9a-f]{28}$/.test(importId)) return { form: KEYED, bytes: Buffer.from(hash, 'hex') };
  const text = Buffer.from(importId);
  return { form: WRITTEN_OUT, bytes: Buffer.concat([Buffer.of(text.length), text]) };
}

/** @returns the id, and the place of the first byte after it */
function unpackId(form: number, bytes: Buffer, start: number): { readonly importId: string; readonly end: number } {
  if (form === TIMED) {
    const end = start + TIMED_BYTES;
    const hash = bytes.toString('hex', start + TIME_BYTES, end);
    return { importId: `${compactTime(bytes.readUInt32BE(start))}-${hash}`, end };
  }
  if (form === KEYED) {
    const end = start + KEYED_BYTES;
    return { importId: `${KEYED_PREFIX}${bytes.toString('hex', start, end)}`, end };
  }
  if (form !== WRITTEN_OUT) throw new Error(`A line of an import has the unknown form ${form}.`);
  const end = start + 1 + bytes.readUInt8(start);
  return { importId: bytes.toString('utf8', start + 1, end), end };
}

/** The bytes of a number without leading zeros. */
function numberBytes(number: number): Buffer {
  const digits = number.toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}

/** Added to the form of a line. */
const CREATION = 0x80;

/** Packs the lines of one import. A line is 16 bytes as a rule: form, start of the import, import id, version. */
export function linePacker({ importId, startedAt }: ImportOrigin) {
  const { form, bytes } = packId(importId);
  const tail = Buffer.concat([timeBytes(secondsOf(startedAt)), bytes]);
  return (version: number, isCreation: boolean): Uint8Array =>
    Buffer.concat([Buffer.of(isCreation ? form + CREATION : form), tail, numberBytes(version)]);
}

export function unpackLine(packed: Uint8Array): ImportLine {
  const bytes = Buffer.from(packed);
  const head = bytes.readUInt8(0);
  const isCreation = head >= CREATION;
  const { importId, end } = unpackId(isCreation ? head - CREATION : head, bytes, 1 + TIME_BYTES);
  const at = new Date(bytes.readUInt32BE(1) * 1000).toISOString();
  return { importId, version: Number.parseInt(bytes.toString('hex', end), 16), at, isCreation };
}
