import { DomainError, type Violation } from '../../../shared/domain/errors.ts';
import type { ObjectAddresses, SignedRequest } from '../../../shared/domain/object-store.ts';
import { partCountOf, partLength } from '../../domain/uploads/upload-parts.ts';
import type { ImportRepository } from '../../ports.ts';
import { findPartedUpload, requireOpen } from './client-parts.ts';

export interface SignPartsPorts {
  readonly imports: ImportRepository;
  readonly addresses: ObjectAddresses;
}

export interface SignedPart extends SignedRequest {
  readonly partNumber: number;
}

/**
 * Returns upload addresses for some of a file's parts, each for the exact size of the part.
 * @throws DomainError `import.not-found`, `upload.no-parts`, `upload.over`, `upload.invalid`
 */
export async function signParts(
  { imports, addresses }: SignPartsPorts,
  importId: string,
  partNumbers: readonly number[],
): Promise<SignedPart[]> {
  const upload = await findPartedUpload(imports, importId);
  requireOpen(upload);
  rejectUnknownParts(partNumbers, partCountOf(upload.sizes));
  return Promise.all(
    partNumbers.map(async (partNumber) => {
      const bytes = partLength(upload.sizes, partNumber);
      return { partNumber, ...(await addresses.forPart(upload.key, upload.uploadId, partNumber, bytes)) };
    }),
  );
}

function rejectUnknownParts(partNumbers: readonly number[], count: number): void {
  const violations = partNumbers.flatMap((partNumber, index): Violation[] => {
    if (partNumber <= count) return [];
    const detail = `The file has ${count} parts; part ${partNumber} does not exist.`;
    return [{ pointer: `/partNumbers/${index}`, code: 'part.unknown', detail }];
  });
  if (violations.length === 0) return;
  throw new DomainError('invalid', 'upload.invalid', 'Some of the part numbers do not exist; see errors.', violations);
}
