import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, createGunzip, gzip } from 'node:zlib';
import type { Encoding } from '../functions/definitions/index.ts';
import { decodeSource } from '../functions/imports/use-cases/planning/decode-source.ts';
import { timeOrderedIds } from '../functions/shared/domain/ids.ts';
import { FileObjectStore } from '../functions/shared/object-store/file-object-store.ts';
import type { Bench } from './support/bench.ts';
import { benchContext } from './support/decode-context.ts';
import { comparedLine, measurePairs } from './support/pairs.ts';
import { HEADER, row } from './support/rows.ts';

const MB = 1_000_000;
const PAIRS = 5;
const SEED = 20_050_425;

const FORMS: ReadonlyArray<readonly [encoding: Encoding, isPacked: boolean]> = [
  ['utf-8', true],
  ['utf-16le', true],
  ['windows-1252', false],
];

/**
 * Decoding a file to UTF-8, from and to the file-backed store, against Node's gunzip and TextDecoder on the same bytes in
 * memory: MB of the unpacked file a second, so that a ratio above 1 is faster.
 */
export const decodeBench: Bench = async function* ({ bytes = 200 * MB }) {
  for (const [encoding, isPacked] of FORMS) {
    const unpacked = fileOf(encoding, bytes);
    const source = isPacked ? await packed(unpacked, { level: constants.Z_BEST_SPEED }) : unpacked;
    const speed = (seconds: number) => unpacked.length / MB / seconds;
    const ours = async () => speed(await decodeSeconds(source, encoding, isPacked));
    const theirs = async () => speed(await bareSeconds(source, encoding, isPacked));
    const name = `decode.${encoding}${isPacked ? '.gzip' : ''}`;
    yield comparedLine(name, 'MB/s', await measurePairs(PAIRS, ours, theirs));
  }
};

function fileOf(encoding: Encoding, bytes: number): Buffer {
  const rows: string[] = [HEADER];
  for (let n = 1, size = 0; size < bytes; n += 1) {
    const line = row(n, SEED).replace('Featherstone', 'Fëatherstöne');
    rows.push(line);
    size += (line.length + 1) * (encoding === 'utf-16le' ? 2 : 1);
  }
  const text = `${rows.join('\n')}\n`;
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  return Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'latin1');
}

/** Not measured, so a fast level suffices. */
const packed = promisify<Buffer, { readonly level: number }, Buffer>(gzip);

async function decodeSeconds(source: Buffer, encoding: Encoding, isPacked: boolean): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  try {
    const context = benchContext(new FileObjectStore(folder), source.length, {
      encoding,
      compression: isPacked ? 'gzip' : 'none',
    });
    await context.store.put(context.plan.source.key, source);
    const startedAt = performance.now();
    const decoded = await decodeSource(context, timeOrderedIds);
    if ('rejection' in decoded) throw new Error(decoded.rejection.reason);
    return (performance.now() - startedAt) / 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bareSeconds(source: Buffer, encoding: Encoding, isPacked: boolean): Promise<number> {
  const startedAt = performance.now();
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const piece of isPacked ? unpackedBy(source) : [source]) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('gunzip must return bytes.');
    bytes += Buffer.from(decoder.decode(piece, { stream: true })).length;
  }
  if (bytes === 0) throw new Error('The baseline decoded no bytes.');
  return (performance.now() - startedAt) / 1000;
}

function unpackedBy(source: Buffer) {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  gunzip.end(source);
  return gunzip;
}
