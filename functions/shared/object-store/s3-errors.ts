import { UploadGone } from '../domain/object-store.ts';

export function isNamed(error: unknown, names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

/** The attempts of a conditional write while another request for the same key is in flight. */
export const CONFLICT_ATTEMPTS = 5;

/** Whether S3 answered 409 to a conditional write because another request for the key was in flight. */
export const isConflict = (error: unknown): boolean => isNamed(error, ['ConditionalRequestConflict']);

/** For `catch`: returns undefined for an error with one of these names, and rethrows others. */
export function undefinedWhen(names: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!isNamed(error, names)) throw error;
  };
}

/**
 * For `catch`: turns S3's error for an upload that no longer exists into the port's error.
 * @throws UploadGone
 */
export function throwUploadGone(error: unknown): never {
  if (isNamed(error, ['NoSuchUpload']) && error instanceof Error) throw new UploadGone(error.message, { cause: error });
  throw error;
}
