import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { joinSamples, type RecordSample, type Stretch, sampleRecords } from '../../domain/cost/sample-records.ts';
import { isPlainUtf8 } from '../../domain/encoding/file-encoding.ts';
import { gunzipped } from '../../domain/encoding/gunzip.ts';
import type { Import } from '../../domain/import.ts';
import type { ImportLimits } from '../../domain/limits.ts';
import type { InspectedSource } from '../planning/inspect-source.ts';

/** Together a megabyte: some thousands of records. */
const STRETCHES = 16;
const STRETCH_BYTES = 64 * 1024;
const MOST_BYTES = STRETCHES * STRETCH_BYTES;

/** Bytes of a packed file to unpack, to estimate its compression ratio. */
const PACKED_BYTES = 256 * 1024;
/** Bytes of UTF-8 for a byte of a mostly Latin text. */
const UTF8_SHARE = { 'utf-8': 1, 'windows-1252': 1, 'utf-16le': 0.5, 'utf-16be': 0.5 } as const;

/** The sizes of a whole file, estimated from a sample. */
export interface SampledFile {
  readonly rows: number;
  /** Of the records, as UTF-8. */
  readonly dataBytes: number;
  /** Of the stored file, if it is decoded first. */
  readonly encodedBytes: number | undefined;
  readonly sample: RecordSample;
}

/**
 * Samples a small file whole, and a large one in stretches spread over it; only its beginning if the rest cannot be
 * decoded alone.
 */
export async function sampleFile(
  store: Pick<ObjectStore, 'read'>,
  source: Import['source'],
  inspected: InspectedSource,
  limits: Pick<ImportLimits, 'unpackedRatio'>,
): Promise<SampledFile> {
  const { object, layout } = inspected;
  const isDirect = isPlainUtf8(layout);
  const stretches = isDirect ? await readStretches(store, source, inspected) : [beginning(inspected)];
  const decoded = isDirect ? object.size : await decodedSize(store, source, inspected, limits);
  return sampledFile(inspected, stretches, decoded);
}

/** Samples a file of which only the beginning is at hand. */
export function sampleBeginning(inspected: InspectedSource): SampledFile {
  const { object, head, layout } = inspected;
  const decoded = isPlainUtf8(layout) ? object.size : (object.size * head.bytes.length) / Math.max(1, head.sourceBytes);
  return sampledFile(inspected, [beginning(inspected)], decoded);
}

/** @param decoded bytes of the whole file as UTF-8 */
function sampledFile({ object, layout }: InspectedSource, stretches: readonly Stretch[], decoded: number): SampledFile {
  const sample = joinSamples(stretches.map((stretch) => sampleRecords(stretch, layout)));
  const dataBytes = Math.max(1, Math.round(decoded - layout.dataStart));
  const isWhole = stretches.length === 1 && stretches[0]?.endsRecord === true;
  const rows = isWhole ? sample.count : Math.round((dataBytes * sample.count) / Math.max(1, sample.bytes));
  return { rows, dataBytes, encodedBytes: isPlainUtf8(layout) ? undefined : object.size, sample };
}

/** The compression and encoding ratios of the beginning, applied to the whole file. */
async function decodedSize(
  store: Pick<ObjectStore, 'read'>,
  { key, versionId }: Import['source'],
  { object: { size }, head }: InspectedSource,
  { unpackedRatio }: Pick<ImportLimits, 'unpackedRatio'>,
): Promise<number> {
  const { compression, encoding } = head.fileEncoding;
  if (compression === 'none') return (size * head.bytes.length) / head.sourceBytes;
  const packed = await store.read(key, { versionId, end: Math.min(size, PACKED_BYTES) });
  let unpacked = 0;
  for await (const piece of gunzipped({ pieces: [packed], isWhole: packed.length === size })) {
    unpacked += piece.length;
    // The decode step rejects a file that unpacks to more: unpacking the rest would only take time.
    if (unpacked > unpackedRatio * packed.length) break;
  }
  return (size * unpacked * UTF8_SHARE[encoding]) / packed.length;
}

function beginning({ head, layout }: InspectedSource): Stretch {
  const bytes = head.bytes.subarray(layout.dataStart, layout.dataStart + MOST_BYTES);
  const isWhole = head.isWhole && layout.dataStart + bytes.length === head.bytes.length;
  return { bytes, beginsRecord: true, endsRecord: isWhole };
}

/** The whole data, or stretches of it: the first at its beginning, the last at its end. */
async function readStretches(
  store: Pick<ObjectStore, 'read'>,
  { key, versionId }: Import['source'],
  inspected: InspectedSource,
): Promise<Stretch[]> {
  const { dataStart } = inspected.layout;
  const { size } = inspected.object;
  const whole = beginning(inspected);
  if (whole.endsRecord) return [whole];
  if (size - dataStart <= MOST_BYTES) {
    const bytes = await store.read(key, { versionId, start: dataStart, end: size });
    return [{ bytes, beginsRecord: true, endsRecord: true }];
  }
  const distance = (size - dataStart - STRETCH_BYTES) / (STRETCHES - 1);
  const read = async (index: number): Promise<Stretch> => {
    const start = dataStart + Math.floor(index * distance);
    const bytes = await store.read(key, { versionId, start, end: start + STRETCH_BYTES });
    return { bytes, beginsRecord: index === 0, endsRecord: index === STRETCHES - 1 };
  };
  return Promise.all(Array.from({ length: STRETCHES }, (_, index) => read(index)));
}
