import { isDeepStrictEqual } from 'node:util';
import { type PublishedTable, type PublishedTableReader, requirePublished } from '../../../crm-tables/index.ts';
import { type DefinitionReader, mergeOptions } from '../../../definitions/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Ids } from '../../../shared/domain/ids.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { checkOptions } from '../../domain/layout/check-options.ts';
import { type NewImport, TRANSITIONS } from '../../domain/lifecycle/transitions.ts';
import type { ImportLimits } from '../../domain/limits.ts';
import { partBytesOf } from '../../domain/uploads/upload-parts.ts';
import { validateFileName, validateSize } from '../../domain/uploads/upload-rules.ts';
import type { ClientUploads, ImportRepository } from '../../ports.ts';
import { importEntry } from '../lifecycle/import-entry.ts';
import { requestCorrection } from './request-correction.ts';
import {
  checkRequest,
  nameImport,
  type RequestedImport,
  rejectViolations,
  requestOf,
  reusedKey,
} from './requested-import.ts';

export interface AnnouncePorts {
  readonly imports: ImportRepository;
  readonly tables: PublishedTableReader;
  readonly definitions: DefinitionReader;
  readonly store: ObjectStore;
  readonly uploads: ClientUploads;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly limits: ImportLimits;
  /** The name of the bucket that receives the files. */
  readonly bucket: string;
}

/** The import to announce. */
export interface Announcement extends RequestedImport {
  readonly fileName: string;
  /** The file's exact size. */
  readonly bytes: number;
  /** The import whose failed records the file holds. */
  readonly corrects?: string | undefined;
}

/**
 * Records an import whose file is still to come, and opens the upload of a large one. A repetition with the same
 * Idempotency-Key returns the import that the first request created, in its current state.
 * @throws DomainError `upload.invalid` with every fault, `options.invalid` for options that contradict each other,
 * `crm-table.not-found`, `crm-table.not-published`, `idempotency-key.reused` when the key was used for another request
 */
export async function announceUpload(ports: AnnouncePorts, request: Announcement, by: RequestOrigin): Promise<Import> {
  const { corrects } = request;
  const announcement = corrects === undefined ? request : await requestCorrection(ports, request, corrects);
  const importId = nameImport(ports, by);
  const earlier = by.idempotencyKey === undefined ? undefined : await ports.imports.find(importId);
  if (earlier) return sameRequest(earlier, announcement);
  const table = await requirePublished(ports, announcement.prefix);
  await rejectWrong(ports, announcement, table);
  const key = `uploads/${announcement.prefix}/${importId}/${announcement.fileName}`;
  const record: NewImport = {
    importId,
    prefix: announcement.prefix,
    accountPrefix: table.accountPrefix,
    fileName: announcement.fileName,
    requested: requestOf(announcement),
    announced: await openUpload(ports.store, key, announcement.bytes),
    requestedBy: by.caller.userId,
    ...(corrects !== undefined && { corrects }),
    source: { bucket: ports.bucket, key, versionId: '' },
    status: TRANSITIONS.announce.to,
    attempt: 1,
    fence: 0,
    createdAt: ports.clock.now().toISOString(),
    ...(announcement.confirmedDollars !== undefined && { confirmedDollars: announcement.confirmedDollars }),
  };
  return store(ports, record, announcement, by);
}

async function rejectWrong(ports: AnnouncePorts, announcement: Announcement, table: PublishedTable): Promise<void> {
  const { fileName, bytes, options } = announcement;
  const { saved, violations } = await checkRequest(ports, announcement, table);
  rejectViolations([...validateFileName(fileName), ...validateSize(bytes, ports.limits.fileBytes), ...violations]);
  checkOptions(mergeOptions(saved?.options, options), table);
}

async function openUpload(store: ObjectStore, key: string, bytes: number): Promise<NonNullable<Import['announced']>> {
  const partBytes = partBytesOf(bytes);
  if (partBytes === undefined) return { bytes };
  return { bytes, multipart: { uploadId: await store.openUpload(key), partBytes } };
}

/** Of two concurrent requests with one key the second returns the first one's import, and aborts its own upload. */
async function store(
  ports: AnnouncePorts,
  record: NewImport,
  announcement: Announcement,
  by: RequestOrigin,
): Promise<Import> {
  if ((await ports.imports.create(record, importEntry(by, 'start', { after: record }))) === 'created') {
    log.info('import.announced', { importId: record.importId, prefix: record.prefix });
    return record;
  }
  const { announced, source } = record;
  if (announced?.multipart) await ports.uploads.abortUpload(source.key, announced.multipart.uploadId);
  const first = await ports.imports.find(record.importId);
  if (!first) throw new Error(`import ${record.importId} exists and cannot be found`);
  return sameRequest(first, announcement);
}

function sameRequest(earlier: Import, announcement: Announcement): Import {
  const { prefix, fileName, announced, requested, corrects, confirmedDollars } = earlier;
  const before = { prefix, fileName, bytes: announced?.bytes, requested, corrects, confirmedDollars };
  const now = {
    prefix: announcement.prefix,
    fileName: announcement.fileName,
    bytes: announcement.bytes,
    requested: requestOf(announcement),
    corrects: announcement.corrects,
    confirmedDollars: announcement.confirmedDollars,
  };
  if (isDeepStrictEqual(before, now)) return earlier;
  throw reusedKey();
}
