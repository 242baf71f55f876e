import { isDeepStrictEqual } from 'node:util';
import { type PublishedTable, type PublishedTableReader, requirePublished } from '../../../crm-tables/index.ts';
import { type DefinitionReader, mergeOptions } from '../../../definitions/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { DomainError, type Violation } from '../../../shared/domain/errors.ts';
import type { Ids } from '../../../shared/domain/ids.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { inboxFolder } from '../../domain/import-keys.ts';
import { checkOptions } from '../../domain/layout/check-options.ts';
import { isReceived, type NewImport, TRANSITIONS } from '../../domain/lifecycle/transitions.ts';
import type { ImportRepository, Starter } from '../../ports.ts';
import { importEntry } from '../lifecycle/import-entry.ts';
import {
  checkRequest,
  nameImport,
  type RequestedImport,
  rejectViolations,
  requestOf,
  reusedKey,
} from './requested-import.ts';
import { fileNameOf } from './scheduled-run.ts';

export interface InboxImportPorts {
  readonly imports: Pick<ImportRepository, 'find' | 'create'>;
  readonly tables: PublishedTableReader;
  readonly definitions: DefinitionReader;
  readonly store: ObjectStore;
  readonly starter: Starter;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The name of the bucket with the inbox. */
  readonly bucket: string;
}

export interface RequestedInboxImport extends RequestedImport {
  readonly key: string;
}

/**
 * Records the import of a file in the inbox, and has it begun. It reads the version of the file that is there now. A
 * repetition with the same Idempotency-Key returns the first import.
 * @throws DomainError `upload.invalid` with every fault, `options.invalid`, `file.not-found`, `crm-table.not-found`,
 * `crm-table.not-published`, `idempotency-key.reused` when the key was used for another request
 */
export async function importFromInbox(
  ports: InboxImportPorts,
  requested: RequestedInboxImport,
  by: RequestOrigin,
): Promise<Import> {
  const importId = nameImport(ports, by);
  const earlier = by.idempotencyKey === undefined ? undefined : await ports.imports.find(importId);
  const record = earlier ?? (await recordImport(ports, importId, requested, by));
  if (!isSame(record, requested)) throw reusedKey();
  // The event of an earlier request may not have been sent.
  if (isReceived(record)) await ports.starter.begin(importId);
  return record;
}

async function recordImport(
  ports: InboxImportPorts,
  importId: string,
  requested: RequestedInboxImport,
  by: RequestOrigin,
): Promise<Import> {
  const { prefix, key, confirmedDollars } = requested;
  const table = await requirePublished(ports, prefix);
  await rejectWrong(ports, requested, table);
  const found = await ports.store.head(key);
  if (!found) throw new DomainError('not-found', 'file.not-found', 'No file has this key.');
  const record: NewImport = {
    importId,
    prefix,
    accountPrefix: table.accountPrefix,
    fileName: fileNameOf(key),
    requested: requestOf(requested),
    requestedBy: by.caller.userId,
    source: { bucket: ports.bucket, key, versionId: found.versionId ?? '' },
    status: TRANSITIONS.receive.to,
    attempt: 1,
    fence: 0,
    createdAt: ports.clock.now().toISOString(),
    ...(confirmedDollars !== undefined && { confirmedDollars }),
  };
  const outcome = await ports.imports.create(record, importEntry(by, 'start', { after: record }));
  if (outcome === 'created') log.info('import.received', { importId });
  return (await ports.imports.find(importId)) ?? record;
}

async function rejectWrong(
  ports: InboxImportPorts,
  requested: RequestedInboxImport,
  table: PublishedTable,
): Promise<void> {
  const { saved, violations } = await checkRequest(ports, requested, table);
  rejectViolations([...keyViolations(requested), ...violations]);
  checkOptions(mergeOptions(saved?.options, requested.options), table);
}

function keyViolations({ prefix, key }: RequestedInboxImport): Violation[] {
  const folder = inboxFolder(prefix);
  if (key.startsWith(folder) && !key.endsWith('/')) return [];
  const detail = `The key of a file in the inbox of CRM table ${prefix} must begin with ${folder}.`;
  return [{ pointer: '/key', code: 'key.elsewhere', detail }];
}

function isSame({ prefix, source, requested, confirmedDollars }: Import, now: RequestedInboxImport): boolean {
  return isDeepStrictEqual(
    { prefix, key: source.key, requested, confirmedDollars },
    { prefix: now.prefix, key: now.key, requested: requestOf(now), confirmedDollars: now.confirmedDollars },
  );
}
