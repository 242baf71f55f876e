import type { AccountRepository } from '../../../accounts/index.ts';
import type { PublishedTableReader } from '../../../crm-tables/index.ts';
import { type FeatureReader, isOff } from '../../../shared/domain/features.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { rejectedLogKey } from '../../domain/import-keys.ts';
import { needsConfirmation } from '../../domain/lifecycle/confirmation.ts';
import { changeStatus, isReceived, type StatusChange } from '../../domain/lifecycle/transitions.ts';
import { addressOf, rejectedLog } from '../../domain/output/log-text.ts';
import type { Rejection } from '../../domain/plan.ts';
import { LONGEST_FILE_NAME_BYTES } from '../../domain/uploads/upload-key.ts';
import { type EstimatePorts, estimateImport } from '../cost/estimate-import.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';
import { type ImportDraft, recordArrival } from './record-arrival.ts';

export type BeginPorts = DispatchPorts &
  EstimatePorts & { readonly accounts: Pick<AccountRepository, 'read'>; readonly features: FeatureReader };

/**
 * Begins every import. Creates the import's record, inspects the file, and decides: `rejected` if it cannot start,
 * `awaiting-confirmation` if it would cost more than its account allows, otherwise `queued`, and dispatches the queue.
 * An import that was already inspected stays unchanged; work that a failed call left is completed.
 * @returns the import as recorded
 */
export async function beginImport(ports: BeginPorts, draft: ImportDraft): Promise<Import> {
  const recorded = await recordArrival(ports, draft);
  const begun = isReceived(recorded) ? await inspect(ports, recorded, draft.source) : recorded;
  if (begun.status !== 'rejected') await dispatchNext(ports, begun.prefix);
  return begun;
}

/** @param source the arrived file: an import that awaited it does not name its version yet */
async function inspect(ports: BeginPorts, received: Import, source: Import['source']): Promise<Import> {
  const change = await decide(ports, received, source);
  const inspected = change.after;
  // The log is written first, so that a rejected import always has a log.
  if (inspected.rejection) await writeRejectionLog(ports, inspected, inspected.rejection);
  if ((await ports.imports.move(change)) === 'lost') {
    return (await ports.imports.find(received.importId)) ?? inspected;
  }
  report(inspected);
  return inspected;
}

async function decide(ports: BeginPorts, received: Import, source: Import['source']): Promise<StatusChange> {
  const found = await ports.tables.readPublished(received.prefix);
  const accountPrefix = accountOf(found);
  const known = { source, ...(accountPrefix !== undefined && { accountPrefix }) };
  const rejection = rejectionFor(received, found.status) ?? (await rejectionOfFeature(ports, accountPrefix));
  if (rejection) {
    return changeStatus('reject', received, { ...known, rejection, endedAt: ports.clock.now().toISOString() });
  }
  const estimate = await estimateImport(ports, { ...received, ...known });
  const estimated = { ...known, ...(estimate && { estimate }) };
  const account = accountPrefix === undefined ? undefined : await ports.accounts.read({ accountPrefix });
  const isHeld = needsConfirmation({ ...received, ...estimated }, account?.value.confirmImportsOverDollars);
  return changeStatus(isHeld ? 'hold' : 'enqueue', received, estimated);
}

type Found = Awaited<ReturnType<PublishedTableReader['readPublished']>>;

function accountOf(found: Found): string | undefined {
  if (found.status === 'unknown') return undefined;
  return found.status === 'published' ? found.table.accountPrefix : found.accountPrefix;
}

function rejectionFor({ prefix, fileName }: ImportDraft, status: Found['status']): Rejection | undefined {
  if (Buffer.byteLength(fileName) > LONGEST_FILE_NAME_BYTES) {
    const reason = `The file name is longer than ${LONGEST_FILE_NAME_BYTES} bytes. Shorten it.`;
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

/** While its feature is off nobody could see an import, stop it, or correct what it writes. */
async function rejectionOfFeature(
  { features }: BeginPorts,
  accountPrefix: string | undefined,
): Promise<Rejection | undefined> {
  if (!isOff(await features.switches(), 'crm', accountPrefix)) return undefined;
  const reason = `The feature CRM is switched off for account ${accountPrefix}. Switch it on, then send the file again.`;
  return { code: 'feature.off', reason };
}

async function writeRejectionLog({ store }: BeginPorts, rejected: Import, rejection: Rejection): Promise<void> {
  const { importId, fileName, source, createdAt } = rejected;
  // A longer name would make the log's key too long.
  const key = rejectedLogKey(importId, Buffer.byteLength(fileName) > LONGEST_FILE_NAME_BYTES ? 'upload' : fileName);
  await store.create(key, rejectedLog(createdAt, addressOf(source.bucket, source.key), rejection));
}

function report({ importId, prefix, accountPrefix, status, rejection }: Import): void {
  // A prefix that names no CRM table is only a folder name, and may be a person's name.
  const known = accountPrefix === undefined ? {} : { prefix };
  if (rejection) log.info('import.rejected', { importId, reason: rejection.code, ...known });
  else if (status === 'awaiting-confirmation') log.info('import.awaiting-confirmation', { importId, prefix });
  else log.info('import.queued', { importId, prefix });
}
