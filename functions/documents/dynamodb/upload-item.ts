import * as z from 'zod';
import type { DocumentFolder } from '../../customers/index.ts';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { type Upload, UploadSchema } from '../domain/upload.ts';

/** Raised when the stored form changes. */
const UPLOAD_SCHEMA_VERSION = 1;

const UploadItemSchema = UploadSchema.extend({ schemaVersion: z.literal(UPLOAD_SCHEMA_VERSION) });

/** A partition has the uploads of one shard of a CRM table. */
export const uploadsPartition = ({ prefix, shard }: Pick<DocumentFolder, 'prefix' | 'shard'>): string =>
  `DOCUMENTS#${prefix}#${shard}`;

const SEPARATOR = '/';

export const uploadsOf = (folder: DocumentFolder): string => `${folder.customer}${SEPARATOR}`;

/** The key can be made of that of the file, which is all that the event of a scan says. */
export const documentUploadKey = (folder: DocumentFolder, uploadId: string): Item =>
  toItem({ PK: uploadsPartition(folder), SK: `${uploadsOf(folder)}${uploadId}` });

export const toUploadItem = (folder: DocumentFolder, upload: Upload): Item => ({
  ...documentUploadKey(folder, upload.uploadId),
  ...toItem({ ...upload, schemaVersion: UPLOAD_SCHEMA_VERSION }),
});

export function fromUploadItem(item: Item): Upload {
  const { schemaVersion: _, ...upload } = readItem(UploadItemSchema, item);
  return upload;
}

/** The part of an upload's sort key that names its customer. */
export const customerOf = (item: Item): string => item.SK?.S?.split(SEPARATOR)[0] ?? '';
