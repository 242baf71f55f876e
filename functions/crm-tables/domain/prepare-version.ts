import type { CrmTable } from './crm-table.ts';
import type { Draft } from './draft.ts';
import type { PublishedTable } from './published-table.ts';

/** A version to publish, and the table after the publication. */
export interface NextVersion {
  readonly version: PublishedTable;
  readonly table: CrmTable;
}

/** The draft as the next version of its table. */
export function prepareVersion(table: CrmTable, draft: Draft, now: Date): NextVersion {
  const publishedVersion = (table.publishedVersion ?? 0) + 1;
  const codes = new Set([...table.publishedCodes, ...draft.fields.map((field) => field.code)]);
  const version = {
    ...draft,
    prefix: table.prefix,
    accountPrefix: table.accountPrefix,
    version: publishedVersion,
    shardCount: table.shardCount,
    publishedAt: now.toISOString(),
  };
  return { version, table: { ...table, publishedVersion, publishedCodes: [...codes] } };
}
