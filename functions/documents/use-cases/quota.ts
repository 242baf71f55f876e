import { DomainError } from '../../shared/domain/errors.ts';

export function quotaExceeded(quotaBytes: number): DomainError {
  const message = `The documents of the account take at most ${quotaBytes} bytes together, and this file does not fit any more. Delete documents, or have an administrator raise the limit of the account.`;
  return new DomainError('conflict', 'documents.quota-exceeded', message);
}
