import * as z from 'zod';
import { etagOf } from '../shared/http/etag.ts';
import type { ApiResponse } from '../shared/http/response.ts';
import { type Changes, ChangesSchema } from './domain/changes/changes.ts';
import { DraftSchema } from './domain/draft.ts';
import { type PublishedTable, PublishedTableSchema } from './domain/published-table.ts';
import type { TableWithDraft } from './ports.ts';

/** A published version in the API. */
export const PublishedTableResourceSchema = PublishedTableSchema.meta({ id: 'PublishedTable' });

/** A CRM table in the API, with its draft and its published version. */
export const CrmTableResourceSchema = z
  .strictObject({
    prefix: z.string().meta({ example: 'VOUCIM' }),
    accountPrefix: z.string().meta({ example: 'BRI' }),
    createdAt: z.iso.datetime(),
    shardCount: z.int().min(1).meta({ example: 16 }),
    draft: DraftSchema,
    published: PublishedTableResourceSchema.nullable().meta({ description: 'Null until the first publish.' }),
  })
  .meta({ id: 'CrmTable' });

/** A CRM table whose draft was saved, with the changes that publishing it would make. */
export const SavedTableResourceSchema = CrmTableResourceSchema.extend({ changes: ChangesSchema }).meta({
  id: 'SavedCrmTable',
});

/** A version that was published, with its changes. */
export const PublicationResourceSchema = PublishedTableResourceSchema.extend({ changes: ChangesSchema }).meta({
  id: 'Publication',
});

/** The ETag is the draft's: updates and publications require it. */
export function tableResponse(
  status: number,
  { table, draft }: TableWithDraft,
  published: PublishedTable | undefined,
  changes?: Changes,
): ApiResponse {
  const { prefix, accountPrefix, createdAt, shardCount } = table;
  return {
    status,
    body: { prefix, accountPrefix, createdAt, shardCount, draft: draft.value, published: published ?? null, changes },
    etag: etagOf(draft.revision),
  };
}
