import * as z from 'zod';
import { type DocumentFolder, DocumentIdSchema, ScanStateSchema } from '../../customers/index.ts';
import { DocumentNameSchema } from './document-name.ts';

/** SHA-256 of the content in Base64, as S3 writes it. */
export const Sha256Schema = z
  .string()
  .regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, 'This is not a SHA-256 in Base64, of 44 characters.')
  .meta({ description: 'SHA-256 of the content, in Base64.', example: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' });

/** S3 takes no more in one request. The limit of the account is lower. */
const MOST_BYTES = 5 * 1024 ** 3;

export const NewUploadSchema = z
  .strictObject({
    name: DocumentNameSchema,
    bytes: z.int().min(1, 'The file is empty.').max(MOST_BYTES).meta({ description: 'The exact size.' }),
    sha256: Sha256Schema,
    documentId: DocumentIdSchema.optional().meta({
      description: 'The document of which the file becomes a new version; absent for a new document.',
    }),
  })
  .meta({ id: 'NewDocumentUpload' });
export type NewUpload = z.infer<typeof NewUploadSchema>;

export const UploadIdSchema = z
  .string()
  .regex(/^[0-9a-f]{28}$/, 'This is not the id of an upload.')
  .meta({ example: '019ad5f3c0a10123456789abcdef' });

/**
 * A file that was announced, and perhaps has become a version of a document. `open`: not completed. `stored`: a version.
 * `removing`: its file is being removed, and it can not be completed any more.
 */
export const UploadSchema = z.object({
  uploadId: UploadIdSchema,
  state: z.enum(['open', 'stored', 'removing']),
  customerId: z.string(),
  /** Of the CRM table: the event of the document is found by it. */
  shardCount: z.int().min(1),
  /** Of the customer when the upload began. */
  customerVersion: z.int().min(1),
  name: z.string(),
  bytes: z.int().min(0),
  sha256: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  scan: ScanStateSchema,
  /** Of a new version, or of a stored upload. */
  documentId: z.string().optional(),
  /** That of the document which it has become: 1 for the first version. */
  version: z.int().min(1).optional(),
  /** Of the object in the bucket that was checked. */
  objectVersion: z.string().optional(),
  /** Whether the account's usage contains it. */
  isCounted: z.boolean().optional(),
});
export type Upload = z.infer<typeof UploadSchema>;

/** The key of the folder's objects in the bucket, with a slash at its end. */
export const folderKey = ({ accountPrefix, prefix, shard, customer }: DocumentFolder): string =>
  `${accountPrefix}/${prefix}/${shard}/${customer}/`;

export const objectKey = (folder: DocumentFolder, uploadId: string): string => `${folderKey(folder)}${uploadId}`;

const KEY = /^([A-Z]{3})\/([A-Z0-9]{1,6})\/(\d{1,3})\/([0-9a-f]{32})\/([0-9a-f]{28})$/;

/** The upload that an object of the bucket belongs to; undefined for another key. */
export function uploadOfKey(key: string): { readonly folder: DocumentFolder; readonly uploadId: string } | undefined {
  const [, accountPrefix, prefix, shard, customer, uploadId] = KEY.exec(key) ?? [];
  if (!accountPrefix || !prefix || !shard || !customer || !uploadId) return undefined;
  return { folder: { accountPrefix, prefix, shard: Number(shard), customer }, uploadId };
}
