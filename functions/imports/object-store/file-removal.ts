import type { S3Client } from '@aws-sdk/client-s3';
import type { Removal } from '../../shared/domain/removal.ts';
import { objectRemoval } from '../../shared/object-store/object-removal.ts';
import { inboxFolder } from '../domain/import-keys.ts';

/** Every file that the imports of a CRM table have read or written, in all versions. */
export const fileRemoval = (client: S3Client, bucket: string): Removal =>
  objectRemoval({
    ...{ name: 'files', client, bucket },
    folders: ({ prefix }) => [
      { kind: 'uploaded-files', folder: `uploads/${prefix}/` },
      { kind: 'inbox-files', folder: inboxFolder(prefix) },
      { kind: 'result-files', folder: `imports/${prefix}/` },
      { kind: 'work-objects', folder: `work/${prefix}/` },
    ],
  });

/** Working files alone: an import that is resumed makes them again from its file. */
export const workRemoval = (client: S3Client, bucket: string): Removal =>
  objectRemoval({
    ...{ name: 'working-files', client, bucket },
    folders: ({ prefix }) => [{ kind: 'work-objects', folder: `work/${prefix}/` }],
  });
