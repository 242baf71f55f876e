import { S3Error } from '../errors.ts';
import type { Checksum, ChecksumKind } from '../store/object-version.ts';
import { type ChecksumAlgorithm, crcBytes, createDigester } from './checksums.ts';
import { CRC32, CRC32C, CRC64NVME, type Crc, combineCrcs } from './crc.ts';

/** The algorithms whose checksum of the whole can be computed from those of the parts. */
const CRCS: Partial<Record<ChecksumAlgorithm, Crc>> = { CRC32, CRC32C, CRC64NVME };

interface SummedPart {
  readonly size: number;
  readonly checksum: Checksum | undefined;
}

/**
 * How the checksum of a multipart upload is computed, by the algorithm and type that the client requests.
 * @throws S3Error InvalidRequest for a combination that S3 does not support.
 */
export function chooseKind(algorithm: ChecksumAlgorithm, type: string | undefined): ChecksumKind {
  const chosen = type ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  if (chosen === 'FULL_OBJECT' && CRCS[algorithm]) return { algorithm, type: chosen };
  if (chosen === 'COMPOSITE' && algorithm !== 'CRC64NVME') return { algorithm, type: chosen };
  throw new S3Error('InvalidRequest', `The ${chosen} checksum type cannot be used with the ${algorithm} algorithm.`);
}

/** The checksum of an object made of these parts; undefined if a part lacks one of the algorithm. */
export function checksumOfParts(kind: ChecksumKind | undefined, parts: readonly SummedPart[]): Checksum | undefined {
  if (!kind || parts.some(({ checksum }) => checksum?.algorithm !== kind.algorithm)) return undefined;
  const crc = CRCS[kind.algorithm];
  if (kind.type === 'FULL_OBJECT') return crc && { ...kind, value: fullObject(crc, parts) };
  return { ...kind, value: composite(kind.algorithm, parts) };
}

/** The checksum of the parts' checksums, and the number of parts. */
function composite(algorithm: ChecksumAlgorithm, parts: readonly SummedPart[]): string {
  const digester = createDigester(algorithm);
  for (const { checksum } of parts) digester.update(Buffer.from(checksum?.value ?? '', 'base64'));
  return `${digester.digest().toString('base64')}-${parts.length}`;
}

function fullObject(crc: Crc, parts: readonly SummedPart[]): string {
  const whole = parts.reduce((value, { size, checksum }) => {
    const own = BigInt(`0x${Buffer.from(checksum?.value ?? '', 'base64').toString('hex')}`);
    return combineCrcs(crc, value, own, size);
  }, 0n);
  return crcBytes(crc, whole).toString('base64');
}
