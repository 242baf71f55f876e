import { DomainError } from '../domain/errors.ts';

/** Clients should send a UUID; any short printable key is accepted. */
const KEY = /^[\x20-\x7e]{1,255}$/;

/**
 * The key in an `Idempotency-Key` header; undefined without the header.
 * @throws DomainError `idempotency-key.invalid`
 */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined || KEY.test(header)) return header;
  throw new DomainError(
    'invalid',
    'idempotency-key.invalid',
    'An Idempotency-Key must be 1 to 255 printable ASCII characters, for example a UUID.',
  );
}
