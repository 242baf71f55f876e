import { joinSamples, type RecordSample, sampleRecords } from '../domain/cost/sample-records.ts';
import { isReadAsItIs } from '../domain/encoding/form.ts';
import type { Import } from '../domain/import.ts';
import type { ObjectStore } from '../ports.ts';
import type { ExaminedSource } from './examine-source.ts';

/** Together a megabyte, some thousands of records; the first of them is the file's beginning. */
const STRETCHES = 16;
const STRETCH_BYTES = 64 * 1024;

/** What a sample tells of a whole file. */
export interface SampledFile {
  readonly rows: number;
  /** Of the records, as UTF-8. */
  readonly dataBytes: number;
  readonly sample: RecordSample;
}

/** Looks at stretches spread over the file, or at its beginning alone where only that can be decoded. */
export async function sampleFile(
  store: Pick<ObjectStore, 'read'>,
  source: Import['source'],
  { object, head, layout }: ExaminedSource,
): Promise<SampledFile> {
  const { dataStart } = layout;
  const isDirect = isReadAsItIs(head.form);
  const isLarge = isDirect && !head.isWhole && object.size > STRETCHES * STRETCH_BYTES;
  const end = isLarge ? dataStart + STRETCH_BYTES : head.bytes.length;
  const beginning = { bytes: head.bytes.subarray(dataStart, end), beginsRecord: true };
  const first = sampleRecords({ ...beginning, endsRecord: head.isWhole }, layout);
  const others = isLarge ? await readStretches(store, source, object.size) : [];
  const sample = joinSamples([first, ...others.map((bytes) => sampleRecords(cutOut(bytes), layout))]);
  // Packed and encoded bytes are as many more, or fewer, as they are at the beginning.
  const decoded = isDirect ? object.size : (object.size * head.bytes.length) / head.sourceBytes;
  const dataBytes = Math.max(1, Math.round(decoded - dataStart));
  const rows = head.isWhole ? sample.count : Math.round((dataBytes * sample.count) / Math.max(1, sample.bytes));
  return { rows, dataBytes, sample };
}

const cutOut = (bytes: Uint8Array) => ({ bytes, beginsRecord: false, endsRecord: false });

/** Stretches behind the beginning, the last one at the file's end. */
function readStretches(
  store: Pick<ObjectStore, 'read'>,
  { key, versionId }: Import['source'],
  size: number,
): Promise<Uint8Array[]> {
  const distance = (size - STRETCH_BYTES) / (STRETCHES - 1);
  const starts = Array.from({ length: STRETCHES - 1 }, (_, index) => Math.floor((index + 1) * distance));
  return Promise.all(starts.map((start) => store.read(key, { versionId, start, end: start + STRETCH_BYTES })));
}
