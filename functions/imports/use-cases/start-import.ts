import type { PublishedTableReader } from '../../crm-tables/index.ts';
import { log } from '../../shared/observability/logger.ts';
import type { Import } from '../domain/import.ts';
import { importIdOf, type SourceVersion } from '../domain/import-id.ts';
import { rejectedLogKey } from '../domain/import-keys.ts';
import { addressOf, refusedLog } from '../domain/log-text.ts';
import type { Refusal } from '../domain/plan.ts';
import { LONGEST_FILE_NAME_BYTES, readUploadKey } from '../domain/upload-key.ts';
import type { ObjectStore } from '../ports.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';

export interface StartPorts extends DispatchPorts {
  readonly tables: PublishedTableReader;
  readonly store: ObjectStore;
}

/** An object that arrived in the bucket. */
export interface Arrival {
  readonly source: SourceVersion;
  readonly arrivedAt: Date;
}

/**
 * Makes an import of an uploaded object and has it run when its CRM table is free. Announcing the same version of an
 * object again makes nothing new. An upload that cannot start leaves a rejected import and a log that says why.
 */
export async function startImport(ports: StartPorts, { source, arrivedAt }: Arrival): Promise<void> {
  const upload = readUploadKey(source.key);
  if (!upload) return;
  const prefix = upload.prefix ?? '';
  const found = await ports.tables.readPublished(prefix);
  const refusal = refuse(prefix, upload.fileName, found.status);
  const created: Import = {
    importId: importIdOf(source, arrivedAt),
    prefix,
    ...accountOf(found),
    fileName: upload.fileName,
    source,
    status: refusal ? 'rejected' : 'queued',
    attempt: 1,
    fence: 0,
    createdAt: ports.clock.now().toISOString(),
    ...(refusal && { refusal, endedAt: ports.clock.now().toISOString() }),
  };
  if (refusal) return reject(ports, created, refusal);
  if ((await ports.imports.create(created)) === 'created') {
    log.info('import.queued', { importId: created.importId, prefix });
  }
  await dispatchNext(ports, prefix);
}

type Found = Awaited<ReturnType<PublishedTableReader['readPublished']>>;

function accountOf(found: Found): { accountPrefix?: string } {
  if (found.status === 'unknown') return {};
  return { accountPrefix: found.status === 'published' ? found.table.accountPrefix : found.accountPrefix };
}

function refuse(prefix: string, fileName: string, status: Found['status']): Refusal | undefined {
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

async function reject(ports: StartPorts, rejected: Import, refusal: Refusal): Promise<void> {
  const { importId, fileName, prefix } = rejected;
  // A name that is too long would make the log's own key too long.
  const key = rejectedLogKey(importId, Buffer.byteLength(fileName) > LONGEST_FILE_NAME_BYTES ? 'upload' : fileName);
  // The log comes first: whoever finds the import then finds its log, and a repeated event mends a missing record.
  await ports.store.create(
    key,
    refusedLog(rejected.createdAt, addressOf(rejected.source.bucket, rejected.source.key), refusal),
  );
  await ports.imports.create(rejected);
  log.info('import.rejected', { importId, reason: refusal.code, ...(prefix && { prefix }) });
}
