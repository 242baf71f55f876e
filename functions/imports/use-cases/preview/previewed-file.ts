import type { OptionChoices } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { ObjectHead, ObjectStore } from '../../../shared/domain/object-store.ts';
import { decodeHead, type FileHead } from '../../domain/encoding/decode-head.ts';
import { rejectSize } from '../../domain/layout/inspect-head.ts';
import type { ImportLimits } from '../../domain/limits.ts';
import { HEAD_BYTES, readHead } from '../planning/inspect-source.ts';

/** A file in the bucket. */
export interface StoredFile {
  readonly key: string;
}

/** The beginning of a file that the client has. */
export interface FileBeginning {
  readonly head: Uint8Array;
  /** Size of the whole file. */
  readonly bytes: number;
}

export interface FilePorts {
  readonly store: ObjectStore;
  readonly limits: ImportLimits;
  /** The name of the bucket with the files. */
  readonly bucket: string;
}

/**
 * The beginning of a file as an import would read it.
 * @param object of the file, if it is in the bucket
 * @throws DomainError `file.*` for a file that no import accepts
 */
export async function readBeginning(
  { store, limits, bucket }: FilePorts,
  file: StoredFile | FileBeginning,
  object: ObjectHead | undefined,
  options: OptionChoices,
): Promise<FileHead> {
  if ('key' in file && object) {
    return readHead(store, { bucket, key: file.key, versionId: object.versionId ?? '' }, object, limits, options);
  }
  const { head, bytes } = 'head' in file ? file : { head: new Uint8Array(0), bytes: 0 };
  rejectSize(bytes, limits.fileBytes);
  return decodeHead({ bytes: head, isWhole: bytes === head.length }, options, HEAD_BYTES);
}

/** @throws DomainError `file.not-found` */
export async function requireObject({ store }: Pick<FilePorts, 'store'>, key: string): Promise<ObjectHead> {
  const found = await store.head(key);
  if (found) return found;
  throw new DomainError('not-found', 'file.not-found', 'No file has this key.');
}
