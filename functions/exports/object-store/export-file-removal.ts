import type { S3Client } from '@aws-sdk/client-s3';
import type { Removal } from '../../shared/domain/removal.ts';
import { objectRemoval } from '../../shared/object-store/object-removal.ts';
import { exportsFolder } from '../domain/export-keys.ts';

/** The files of the exports of a CRM table, in all versions. */
export const exportFileRemoval = (client: S3Client, bucket: string): Removal =>
  objectRemoval({
    ...{ name: 'export-files', client, bucket },
    folders: ({ accountPrefix, prefix }) => [{ kind: 'export-files', folder: exportsFolder(accountPrefix, prefix) }],
  });
