import { S3Error } from '../errors.ts';

/** @throws S3Error InvalidArgument for text that is not a version id. */
export function parseVersionId(text: string | undefined): string | undefined {
  if (text === undefined || /^(?:null|[A-Za-z0-9._-]{1,1024})$/.test(text)) return text;
  throw new S3Error('InvalidArgument', 'Invalid version id specified');
}
