import type { PublishedTableReader } from '../../crm-tables/index.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { type FileLayout, holdsFirstRecord, layOutFile } from '../domain/file-layout.ts';
import type { Import } from '../domain/import.ts';
import { workKeys } from '../domain/import-keys.ts';
import { type ImportOptions, readOptions } from '../domain/import-options.ts';
import type { ImportLimits } from '../domain/limits.ts';
import { type AcceptedPlan, type Plan, PlanSchema } from '../domain/plan.ts';
import type { WorkflowInput } from '../domain/workflow-input.ts';
import type { ImportRepository, ObjectHead, ObjectStore } from '../ports.ts';
import { readOrMake } from './work-objects.ts';

export interface PlanPorts {
  readonly store: ObjectStore;
  readonly imports: ImportRepository;
  readonly tables: PublishedTableReader;
  readonly limits: ImportLimits;
  readonly clock: Clock;
}

/** Enough for every header row that people make; a longer first record is read on, up to the longest record allowed. */
const HEAD_BYTES = 256 * 1024;

const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const GZIP_MARK = Buffer.from([0x1f, 0x8b]);

/** Settles what the import does, once: a later attempt is given the plan that the first one made. */
export async function planImport(ports: PlanPorts, { importId, prefix }: WorkflowInput): Promise<Plan> {
  return readOrMake(ports.store, workKeys(prefix, importId).plan, PlanSchema, async (): Promise<Plan> => {
    const found = await ports.imports.find(importId);
    if (!found) throw new Error(`Import ${importId} is not recorded`);
    const startedAt = found.startedAt ?? ports.clock.now().toISOString();
    const planned = { importId, prefix, fileName: found.fileName, startedAt };
    try {
      return { ...planned, accepted: true, ...(await examine(ports, found)) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ...planned, accepted: false, refusal: { code: error.code, reason: error.message } };
    }
  });
}

type Examined = Omit<AcceptedPlan, 'importId' | 'prefix' | 'fileName' | 'startedAt' | 'accepted'>;

async function examine({ store, tables, limits }: PlanPorts, { source, prefix }: Import): Promise<Examined> {
  const object = await store.head(source.key, source.versionId);
  if (!object) throw refused('file.missing', 'The file was deleted before it was read. Upload it again.');
  const options = readOptions(object.metadata);
  const lookup = await tables.readPublished(prefix);
  if (lookup.status !== 'published') throw refused('crm-table.not-published', `CRM table ${prefix} is not published.`);
  const head = await readHead(store, source, object, limits, options);
  const layout = layOutFile(head, lookup.table, options, head.length === object.size);
  refuseWithoutData(layout, object.size);
  const { customerId, duplicates, blank, consistentRead } = options;
  return {
    source: { ...source, etag: object.etag, size: object.size },
    options: { customerId, duplicates, blank, consistentRead },
    layout,
    table: lookup.table,
    limits,
  };
}

/** The beginning of the file, with at least its whole first record. */
async function readHead(
  store: ObjectStore,
  { key, versionId }: Import['source'],
  { size }: ObjectHead,
  limits: ImportLimits,
  options: ImportOptions,
): Promise<Uint8Array> {
  if (size === 0) throw refused('file.empty', 'The file is empty.');
  if (size > limits.fileBytes) {
    throw refused('file.too-large', `The file has ${size} bytes; at most ${limits.fileBytes} are accepted. Split it.`);
  }
  const head = await store.read(key, { versionId, end: Math.min(size, HEAD_BYTES) });
  refuseOtherForms(head);
  if (head.length === size || holdsFirstRecord(head, options)) return head;
  return store.read(key, { versionId, end: Math.min(size, HEAD_BYTES + limits.recordBytes) });
}

function refuseOtherForms(head: Uint8Array): void {
  if (UTF16_MARKS.some((mark) => mark.equals(head.subarray(0, mark.length)))) {
    throw refused(
      'file.utf-16',
      'The file is UTF-16. Save it as UTF-8 ("CSV UTF-8" in a spreadsheet) and upload it again.',
    );
  }
  if (GZIP_MARK.equals(head.subarray(0, GZIP_MARK.length))) {
    throw refused('file.compressed', 'The file is compressed. Unpack it and upload the CSV file itself.');
  }
}

function refuseWithoutData({ dataStart }: FileLayout, size: number): void {
  if (dataStart >= size) throw refused('file.no-records', 'The file has a header row and no records.');
}

const refused = (code: string, reason: string): DomainError => new DomainError('invalid', code, reason);
