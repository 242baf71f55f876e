import * as z from 'zod';
import { MappingSchema, OptionChoicesSchema } from '../../definitions/index.ts';
import { PrefixParameterSchema } from '../../shared/http/path-parameters.ts';
import { ImportPathSchema, ImportResourceSchema } from '../resource.ts';

/** The client sends this request itself, with all of these headers. */
const SignedRequestSchema = z.strictObject({
  method: z.literal('PUT'),
  url: z.url(),
  headers: z.record(z.string(), z.string()).meta({ description: 'To be sent exactly so; they are signed.' }),
  expiresAt: z.iso.datetime(),
});

const bytes = z.int().min(1).meta({ description: 'The exact size of the file; no other is taken.' });
const partNumber = z.int().min(1).max(10_000);
const partBytes = z.int().min(1).meta({ description: 'The size of every part but the last.' });
const partCount = z.int().min(1).max(10_000);

/** How a file is to be imported. */
const REQUESTED = {
  prefix: PrefixParameterSchema.meta({ description: 'The CRM table to import into.' }),
  definition: z.string().min(1).max(200).optional().meta({
    description: 'Id or name of a saved definition; without one the default of the table goes, if it has one.',
  }),
  options: OptionChoicesSchema.default({}).meta({ description: 'They go over those of the definition.' }),
  mapping: MappingSchema.optional(),
  confirmedDollars: z
    .number()
    .min(0)
    .optional()
    .meta({ description: 'Up to how much the import may be estimated to cost without waiting for a confirmation.' }),
};

export const AnnouncementSchema = z
  .strictObject({
    ...REQUESTED,
    fileName: z.string().min(1).max(1_000).meta({ example: 'VoucherID.csv' }),
    bytes,
    corrects: ImportPathSchema.shape.importId.optional().meta({
      description:
        'The import whose failed records the file holds, with the same columns. Its mapping and its options apply again: the request may only say how the file is read (encoding, compression, delimiter, header, skipLines).',
    }),
  })
  .meta({ id: 'NewImport' });

const inboxKey = z.string().min(1).max(1_024).meta({
  description: 'Key of a file under `inbox/<PREFIX>/`.',
  example: 'inbox/VOUCIM/vouchers.csv',
});

export const InboxImportSchema = z.strictObject({ ...REQUESTED, key: inboxKey }).meta({ id: 'NewInboxImport' });

export const InboxSchema = z
  .strictObject({
    folder: z.string().meta({ example: 'inbox/VOUCIM/' }),
    items: z.array(
      z
        .strictObject({ key: inboxKey, name: z.string(), bytes: z.int().min(0), modifiedAt: z.iso.datetime() })
        .meta({ id: 'InboxFile' }),
    ),
    more: z.int().min(0).meta({ description: 'How many older files there are.' }),
  })
  .meta({ id: 'Inbox' });

export const AnnouncedSchema = ImportResourceSchema.extend({
  upload: z
    .discriminatedUnion('kind', [
      SignedRequestSchema.extend({ kind: z.literal('single') }).meta({ id: 'SingleUpload' }),
      z.strictObject({ kind: z.literal('multipart'), partBytes, partCount }).meta({ id: 'MultipartUpload' }),
    ])
    .meta({ id: 'Upload' })
    .optional()
    .meta({ description: 'How to send the file; absent once it has come.' }),
}).meta({ id: 'AnnouncedImport' });

const etag = z.string().min(1).max(200).meta({ description: 'The ETag that came back when the part was sent.' });

export const PartsSchema = z
  .strictObject({
    bytes,
    partBytes,
    partCount,
    items: z.array(z.strictObject({ partNumber, bytes: z.int().min(0), etag }).meta({ id: 'ArrivedPart' })),
  })
  .meta({ id: 'Parts' });

/** One answer signs these in a few hundredths of a second. */
const MOST_SIGNED = 100;

export const SignPartsSchema = z
  .strictObject({ partNumbers: z.array(partNumber).min(1).max(MOST_SIGNED) })
  .meta({ id: 'PartNumbers' });
export const SignedPartsSchema = z
  .strictObject({ items: z.array(SignedRequestSchema.extend({ partNumber }).meta({ id: 'SignedPart' })) })
  .meta({ id: 'SignedParts' });

export const CompleteSchema = z
  .strictObject({
    parts: z
      .array(z.strictObject({ partNumber, etag }).meta({ id: 'SentPart' }))
      .min(1)
      .max(10_000),
  })
  .meta({ id: 'SentParts' });
