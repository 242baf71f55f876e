import * as z from 'zod';
import { DocumentSettingsSchema } from '../accounts/index.ts';
import { DocumentHeadSchema, documentHead, ScanStateSchema } from '../customers/index.ts';
import { mediaTypeOf } from './domain/media-type.ts';
import { Sha256Schema, type Upload, UploadIdSchema } from './domain/upload.ts';
import type { ReadDocument } from './use-cases/get-document.ts';
import type { AccountUsage } from './use-cases/get-usage.ts';
import type { FoundDocument } from './use-cases/open-document.ts';
import type { StartedUpload } from './use-cases/start-upload.ts';

const SignedRequestSchema = z
  .strictObject({
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()).meta({ description: 'All of them have to be sent, exactly so.' }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'DocumentUploadRequest' });

export const UploadResourceSchema = z
  .strictObject({ uploadId: UploadIdSchema, upload: SignedRequestSchema })
  .meta({ id: 'DocumentUpload' });

/** What was attached, as lists show it. */
export const AttachedDocumentSchema = DocumentHeadSchema.meta({ id: 'AttachedDocument' });

const VersionSchema = z
  .strictObject({
    version: z.int().min(1),
    name: z.string().meta({ example: 'Contract 2026.pdf' }),
    bytes: z.int().min(0),
    sha256: Sha256Schema,
    mediaType: z.string().meta({ example: 'application/pdf' }),
    scan: ScanStateSchema,
    at: z.iso.datetime().meta({ description: 'When its upload began.' }),
    by: z.string().meta({ description: 'The id of the user.' }),
  })
  .meta({ id: 'DocumentVersion' });

export const DocumentSchema = DocumentHeadSchema.extend({
  versions: z.array(VersionSchema).meta({ description: 'The newest first.' }),
}).meta({ id: 'Document' });

export const FileAddressSchema = z
  .strictObject({
    url: z.string().meta({ description: 'Needs no token.' }),
    expiresAt: z.iso.datetime(),
    mediaType: z.string().meta({
      description: 'With which the file is sent. It follows from the name, and from nothing that a client gives.',
      example: 'application/pdf',
    }),
    isInline: z.boolean().meta({ description: 'Whether a browser shows it; otherwise it is saved.' }),
  })
  .meta({ id: 'DocumentAddress' });

export const UsageSchema = z
  .strictObject({
    bytes: z.int().meta({ description: 'All versions of all documents of the account.' }),
    files: z.int().meta({ description: 'The number of versions.' }),
    rules: DocumentSettingsSchema.required().meta({ id: 'DocumentRules' }),
  })
  .meta({ id: 'DocumentUsage' });

export const uploadResource = ({ upload, request }: StartedUpload): z.infer<typeof UploadResourceSchema> => ({
  uploadId: upload.uploadId,
  upload: { ...request, headers: { ...request.headers } },
});

export const attachedResource = ({ document }: FoundDocument): z.infer<typeof AttachedDocumentSchema> =>
  documentHead(document);

const versionResource = ({
  version = 1,
  name,
  bytes,
  sha256,
  scan,
  at,
  by,
}: Upload): z.infer<typeof VersionSchema> => ({
  ...{ version, name, bytes, sha256, mediaType: mediaTypeOf(name), scan, at, by },
});

export const documentResource = ({ document, versions }: ReadDocument): z.infer<typeof DocumentSchema> => ({
  ...documentHead(document),
  versions: versions.map(versionResource),
});

export const usageResource = ({ bytes, files, rules }: AccountUsage): z.infer<typeof UsageSchema> => ({
  ...{ bytes, files, rules },
});
