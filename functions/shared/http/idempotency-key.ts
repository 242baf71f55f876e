import { DomainError } from '../domain/errors.ts';

/** A UUID is what clients should send; whatever they make up must still be short and printable. */
const KEY = /^[\x20-\x7e]{1,255}$/;

/**
 * The key that an `Idempotency-Key` header names; undefined without one.
 * @throws DomainError `idempotency-key.invalid`
 */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined || KEY.test(header)) return header;
  throw new DomainError(
    'invalid',
    'idempotency-key.invalid',
    'An Idempotency-Key is 1 to 255 printable ASCII characters, for example a UUID.',
  );
}
