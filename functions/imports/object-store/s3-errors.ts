import { UploadGone } from '../ports.ts';

export function isNamed(error: unknown, names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

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
