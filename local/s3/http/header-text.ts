import { validateHeaderName, validateHeaderValue } from 'node:http';
import { S3Error } from '../errors.ts';

/** Checks a header value from a presigned address, which may contain characters that a response cannot. @throws S3Error InvalidArgument */
export function requireHeader(name: string, value: string): string {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return value;
  } catch {
    throw new S3Error('InvalidArgument', `The header ${JSON.stringify(name)} holds characters that no header can`);
  }
}
