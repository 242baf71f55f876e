import type { ImportedChange } from '../../../customers/index.ts';
import { ObjectMissing, type ObjectStore } from '../../../shared/domain/object-store.ts';
import type { Import } from '../../domain/import.ts';
import { importKeys } from '../../domain/import-keys.ts';
import { type BeforeLine, BeforeLineSchema, sectionsOf } from '../../domain/records/before-file.ts';
import type { ImportRepository } from '../../ports.ts';
import { findLine } from './find-line.ts';

export interface ChangePorts {
  readonly imports: Pick<ImportRepository, 'find'>;
  readonly store: Pick<ObjectStore, 'head' | 'read'>;
}

const IN_PROGRESS: ReadonlySet<string> = new Set(['queued', 'running']);

async function findValues({ store }: ChangePorts, record: Import, customerId: string): Promise<BeforeLine | undefined> {
  const { before: key } = importKeys(record.prefix, record.importId, record.fileName);
  const size = (await store.head(key))?.size ?? 0;
  for (const section of sectionsOf(size, record.beforeSplitAt)) {
    const line = await findLine((start, end) => store.read(key, { start, end }), section, customerId);
    if (line !== undefined) return BeforeLineSchema.parse(JSON.parse(line));
  }
  return undefined;
}

/** An object that was there a moment ago may be gone. */
async function valuesOf(
  ports: ChangePorts,
  record: Import,
  customerId: string,
): Promise<Pick<ImportedChange, 'state' | 'values'>> {
  if (IN_PROGRESS.has(record.status)) return { state: 'pending' };
  try {
    const values = await findValues(ports, record, customerId);
    return values ? { state: 'complete', values } : { state: 'missing' };
  } catch (error) {
    if (error instanceof ObjectMissing) return { state: 'missing' };
    throw error;
  }
}

/** @returns undefined if the CRM table has no such import */
export async function readChange(
  ports: ChangePorts,
  tablePrefix: string,
  importId: string,
  customerId: string,
): Promise<ImportedChange | undefined> {
  const record = await ports.imports.find(importId);
  if (!record || record.prefix !== tablePrefix) return undefined;
  const { fileName, startedAt, requestedBy } = record;
  return { fileName, startedAt, requestedBy, ...(await valuesOf(ports, record, customerId)) };
}
