import type { AccountRepository } from '../../accounts/index.ts';
import type { PublishedTableReader } from '../../crm-tables/index.ts';
import { log } from '../../shared/observability/logger.ts';
import { needsConfirmation } from '../domain/confirmation.ts';
import type { Import } from '../domain/import.ts';
import { rejectedLogKey } from '../domain/import-keys.ts';
import { addressOf, refusedLog } from '../domain/log-text.ts';
import type { Refusal } from '../domain/plan.ts';
import { LONGEST_FILE_NAME_BYTES } from '../domain/upload-key.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';
import { type EstimatePorts, estimateImport } from './estimate-import.ts';

export type BeginPorts = DispatchPorts & EstimatePorts & { readonly accounts: Pick<AccountRepository, 'read'> };

/** An import whose file has arrived: `source` names the version. `prefix` is in upper case, or empty where none is known. */
export type ImportDraft = Pick<
  Import,
  | 'importId'
  | 'prefix'
  | 'fileName'
  | 'source'
  | 'requested'
  | 'requestedBy'
  | 'announced'
  | 'schedule'
  | 'confirmedDollars'
>;

/**
 * Every start goes through here. Makes the import's record, or moves on the one that awaits its upload: rejected where it
 * cannot start, awaiting a confirmation where it would cost more than its account lets pass, else in its table's queue,
 * which then moves. An import that is recorded already stays as it is; what a caller that died has left is mended.
 * @returns the import as it was recorded
 */
export async function beginImport(ports: BeginPorts, draft: ImportDraft): Promise<Import> {
  const known = await ports.imports.find(draft.importId);
  const recorded = known && known.status !== 'awaiting-upload' ? known : await record(ports, draft, known);
  if (recorded.status !== 'rejected') await dispatchNext(ports, recorded.prefix);
  return recorded;
}

async function record(ports: BeginPorts, draft: ImportDraft, awaited: Import | undefined): Promise<Import> {
  const settled = await settle(ports, draft, awaited?.createdAt ?? ports.clock.now().toISOString());
  // The log comes first: whoever finds the import then finds its log, and a repeated start mends a missing record.
  if (settled.refusal) await leaveLog(ports, settled, settled.refusal);
  const isWritten = awaited
    ? (await ports.imports.move(awaited, settled)) === 'moved'
    : (await ports.imports.create(settled)) === 'created';
  if (isWritten) report(settled);
  return isWritten ? settled : ((await ports.imports.find(draft.importId)) ?? settled);
}

async function settle(ports: BeginPorts, draft: ImportDraft, createdAt: string): Promise<Import> {
  const found = await ports.tables.readPublished(draft.prefix);
  const accountPrefix = accountOf(found);
  const refusal = refuse(draft, found.status);
  const settled: Import = {
    ...draft,
    ...(accountPrefix !== undefined && { accountPrefix }),
    status: 'queued',
    attempt: 1,
    fence: 0,
    createdAt,
  };
  if (refusal) return { ...settled, status: 'rejected', refusal, endedAt: ports.clock.now().toISOString() };
  const estimate = await estimateImport(ports, settled);
  const estimated: Import = { ...settled, ...(estimate && { estimate }) };
  const account = accountPrefix === undefined ? undefined : await ports.accounts.read(accountPrefix);
  const waits = needsConfirmation(estimated, account?.value.confirmImportsOverDollars);
  return waits ? { ...estimated, status: 'awaiting-confirmation' } : estimated;
}

type Found = Awaited<ReturnType<PublishedTableReader['readPublished']>>;

function accountOf(found: Found): string | undefined {
  if (found.status === 'unknown') return undefined;
  return found.status === 'published' ? found.table.accountPrefix : found.accountPrefix;
}

function refuse({ prefix, fileName }: ImportDraft, status: Found['status']): Refusal | undefined {
  if (Buffer.byteLength(fileName) > LONGEST_FILE_NAME_BYTES) {
    const reason = `The file's name is longer than ${LONGEST_FILE_NAME_BYTES} bytes. Give it a shorter one.`;
    return { code: 'file.name-too-long', reason };
  }
  if (prefix === '') {
    return {
      code: 'upload.no-prefix',
      reason: 'The upload names no CRM table. Upload to uploads/<PREFIX>/<file name>.',
    };
  }
  if (status === 'unknown') {
    return {
      code: 'crm-table.unknown',
      reason: `There is no CRM table ${prefix}. Check the prefix in the upload's key.`,
    };
  }
  if (status === 'draft-only') {
    return {
      code: 'crm-table.not-published',
      reason: `CRM table ${prefix} is a draft. Publish it, then upload the file again.`,
    };
  }
  return undefined;
}

async function leaveLog({ store }: BeginPorts, rejected: Import, refusal: Refusal): Promise<void> {
  const { importId, fileName, source, createdAt } = rejected;
  // A name that is too long would make the log's own key too long.
  const key = rejectedLogKey(importId, Buffer.byteLength(fileName) > LONGEST_FILE_NAME_BYTES ? 'upload' : fileName);
  await store.create(key, refusedLog(createdAt, addressOf(source.bucket, source.key), refusal));
}

function report({ importId, prefix, accountPrefix, status, refusal }: Import): void {
  // A prefix that names no CRM table is only what somebody has called a folder: a person's name, perhaps.
  const known = accountPrefix === undefined ? {} : { prefix };
  if (refusal) log.info('import.rejected', { importId, reason: refusal.code, ...known });
  else if (status === 'awaiting-confirmation') log.info('import.awaiting-confirmation', { importId, prefix });
  else log.info('import.queued', { importId, prefix });
}
