import { DomainError } from '../../shared/domain/errors.ts';
import type { CrmTable } from './crm-table.ts';
import type { Draft } from './draft.ts';
import type { PublishedTable } from './published-table.ts';
import { assignSlots } from './slots.ts';

/** A version to publish, and the table after the publication. */
export interface NextVersion {
  readonly version: PublishedTable;
  readonly table: CrmTable;
}

/**
 * The draft as the next version of its table.
 * @throws DomainError `crm-table.not-publishable`, with a violation for each field that prevents it
 */
export function prepareVersion(table: CrmTable, draft: Draft, now: Date): NextVersion {
  const assignment = assignSlots(draft.fields, table.slots);
  if ('violations' in assignment) {
    const message = 'The draft cannot be published; see errors.';
    throw new DomainError('invalid', 'crm-table.not-publishable', message, assignment.violations);
  }
  const publishedVersion = (table.publishedVersion ?? 0) + 1;
  const codes = new Set([...table.publishedCodes, ...draft.fields.map((field) => field.code)]);
  const version = {
    ...draft,
    prefix: table.prefix,
    accountPrefix: table.accountPrefix,
    version: publishedVersion,
    shardCount: table.shardCount,
    slots: assignment.slots.map(({ code, slot }) => ({ code, slot })),
    publishedAt: now.toISOString(),
  };
  return { version, table: { ...table, publishedVersion, slots: assignment.slots, publishedCodes: [...codes] } };
}
