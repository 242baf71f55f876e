import { UploadGone } from '../ports.ts';

export function isNamed(error: unknown, names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

/** How often a conditional write that met another writer of the same key is tried again. */
export const CONFLICT_ATTEMPTS = 5;

/** Whether S3 answered 409 to a conditional write, because another request for the key was under way. */
export const isConflict = (error: unknown): boolean => isNamed(error, ['ConditionalRequestConflict']);

/** For `catch`: undefined in the place of an error with one of these names; others are thrown on. */
export function undefinedWhen(names: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!isNamed(error, names)) throw error;
  };
}

/** For `catch`: S3's word for an upload that is no more, as the port's. @throws UploadGone */
export function throwUploadGone(error: unknown): never {
  if (isNamed(error, ['NoSuchUpload']) && error instanceof Error) throw new UploadGone(error.message, { cause: error });
  throw error;
}
