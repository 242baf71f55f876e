import { createHash } from 'node:crypto';
import { S3Error } from '../errors.ts';
import type { XmlElement } from '../http/xml.ts';
import { type Checksum, ChecksumSchema } from '../store/object-version.ts';
import { CRC32, CRC32C, CRC64NVME, type Crc } from './crc.ts';

export type ChecksumAlgorithm = Checksum['algorithm'];

/** Computes a checksum while the bytes are read. */
export interface Digester {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

const DIGESTERS: Record<ChecksumAlgorithm, { readonly bytes: number; readonly create: () => Digester }> = {
  CRC32: { bytes: 4, create: () => crcDigester(CRC32) },
  CRC32C: { bytes: 4, create: () => crcDigester(CRC32C) },
  CRC64NVME: { bytes: 8, create: () => crcDigester(CRC64NVME) },
  SHA1: { bytes: 20, create: () => createHash('sha1') },
  SHA256: { bytes: 32, create: () => createHash('sha256') },
};

const HEADER_PREFIX = 'x-amz-checksum-';

export function createDigester(algorithm: ChecksumAlgorithm): Digester {
  return DIGESTERS[algorithm].create();
}

export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return HEADER_PREFIX + algorithm.toLowerCase();
}

/** @throws S3Error NotImplemented for an algorithm that the store does not compute. */
export function parseAlgorithm(name: string): ChecksumAlgorithm {
  const upper = name.toUpperCase();
  const known = ChecksumSchema.shape.algorithm.safeParse(upper);
  if (!known.success) throw new S3Error('NotImplemented', `Checksum algorithm ${name} is not implemented`);
  return known.data;
}

export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
}

/** The XML element's name for a checksum. */
export function checksumElementName(checksum: Checksum): string {
  return `Checksum${checksum.algorithm}`;
}

export function checksumElements(checksum: Checksum | undefined): XmlElement[] {
  if (!checksum) return [];
  return [
    [checksumElementName(checksum), checksum.value],
    ['ChecksumType', checksum.type],
  ];
}

/** The algorithm of the checksum in a header such as `x-amz-checksum-crc32`. */
export function algorithmOfHeader(name: string): ChecksumAlgorithm {
  if (!name.startsWith(HEADER_PREFIX)) throw new S3Error('NotImplemented', `${name} is not implemented`);
  return parseAlgorithm(name.slice(HEADER_PREFIX.length));
}

/** @throws S3Error InvalidRequest if the text is not a value of this algorithm. */
export function requireChecksumValue(algorithm: ChecksumAlgorithm, value: string): string {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== DIGESTERS[algorithm].bytes || bytes.toString('base64') !== value) {
    throw new S3Error('InvalidRequest', `Value for ${checksumHeader(algorithm)} header is invalid.`);
  }
  return value;
}

function crcDigester(crc: Crc): Digester {
  const running = crc.start();
  return {
    update: (bytes) => running.update(bytes),
    digest: () => crcBytes(crc, running.value()),
  };
}

/** Most significant byte first. */
export function crcBytes({ bits }: Crc, value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(bits / 4, '0'), 'hex');
}
