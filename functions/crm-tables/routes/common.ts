import * as z from 'zod';
import type { AccountRepository } from '../../accounts/index.ts';
import type { AuditLog } from '../../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../../shared/domain/caller.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import type { AnswerStore } from '../../shared/http/answer-store.ts';
import { AccountPathSchema, PrefixParameterSchema } from '../../shared/http/path-parameters.ts';
import type { ApiResponse } from '../../shared/http/response.ts';
import { routesOf } from '../../shared/http/route.ts';
import { describeChanges } from '../domain/changes/describe-changes.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import type { CrmTableRepository, PublishedTableReader, TableWithDraft } from '../ports.ts';
import { tableResponse } from '../resource.ts';

export interface CrmTableServices {
  readonly accounts: Pick<AccountRepository, 'read'>;
  readonly tables: CrmTableRepository;
  readonly versions: PublishedTableReader;
  readonly clock: Clock;
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

export const TablePathSchema = AccountPathSchema.extend({ prefix: PrefixParameterSchema });
export const VersionPathSchema = TablePathSchema.extend({
  version: z.coerce.number().int().min(1).max(99_999).meta({ description: 'The number of the version.', example: 1 }),
});

export const TABLES = '/accounts/{accountPrefix}/crm-tables';
export const TABLE = `${TABLES}/{prefix}`;
export const tag = 'CRM tables';

export const define = routesOf<CrmTableServices>();

export function addressOf({ accountPrefix, prefix }: Pick<CrmTable, 'accountPrefix' | 'prefix'>): string {
  return `/accounts/${accountPrefix}/crm-tables/${prefix}`;
}

export async function publishedOf({ versions }: CrmTableServices, { table }: TableWithDraft) {
  return table.publishedVersion === undefined ? undefined : versions.readVersion(table.prefix, table.publishedVersion);
}

/** The answer to an update of the draft: the table, and the changes that publishing it would make. */
export async function savedResponse(services: CrmTableServices, saved: TableWithDraft): Promise<ApiResponse> {
  const published = await publishedOf(services, saved);
  return tableResponse(200, saved, published, describeChanges(saved.table, published, saved.draft.value));
}
