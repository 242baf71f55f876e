import * as z from 'zod';
import { etagOf } from '../shared/http/etag.ts';
import type { ApiResponse } from '../shared/http/response.ts';
import { type Changes, ChangesSchema } from './domain/changes/changes.ts';
import { DraftSchema } from './domain/draft.ts';
import { type PublishedTable, PublishedTableSchema } from './domain/published-table.ts';
import type { TableWithDraft } from './ports.ts';

/** A published version as the API shows it: how its customers are indexed is left out. */
export const PublishedTableResourceSchema = PublishedTableSchema.omit({ slots: true }).meta({ id: 'PublishedTable' });

/** A CRM table as the API shows it: what stays, the draft, and what agents and imports see now. */
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

/** A CRM table whose draft was saved, with what publishing it would change. */
export const SavedTableResourceSchema = CrmTableResourceSchema.extend({ changes: ChangesSchema }).meta({
  id: 'SavedCrmTable',
});

/** A version that was published, with what it changed. */
export const PublicationResourceSchema = PublishedTableResourceSchema.extend({ changes: ChangesSchema }).meta({
  id: 'Publication',
});

/** The ETag is the draft's: it is what a change or a publish is made on. */
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
