import type { Clock } from '../../../shared/domain/clock.ts';
import type { ObjectAddresses, ObjectStore, SignedAddress } from '../../../shared/domain/object-store.ts';
import type { Import } from '../../domain/import.ts';
import { resultsFolder, workKeys } from '../../domain/import-keys.ts';
import { type FileFormat, fileFormatOf } from '../../domain/layout/file-format.ts';
import type { MeasuredStage } from '../../domain/lifecycle/chunk-progress.ts';
import type { AcceptedPlan } from '../../domain/plan.ts';
import { cautionOf } from '../../domain/records/failure-file-caution.ts';
import type { ImportRepository } from '../../ports.ts';
import { describeWait, type Wait } from './describe-wait.ts';
import { findImport } from './find-import.ts';
import { measureProgress } from './measure-progress.ts';
import { readPlan } from './read-plan.ts';

export interface ReadPorts {
  readonly imports: ImportRepository;
  readonly store: ObjectStore;
  readonly addresses: ObjectAddresses;
  readonly clock: Clock;
}

/** An output file of the import, with a download address that expires. */
export interface ImportFile extends SignedAddress {
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
  readonly bytes: number;
  /** A warning to read before the file is imported. */
  readonly caution?: string;
}

export interface ImportView {
  readonly record: Import;
  /** Of the last reported stages, in their order. */
  readonly progress?: readonly MeasuredStage[];
  readonly waiting?: Wait;
  /** File format, options and definition; set once the import is planned. */
  readonly fileFormat?: FileFormat;
  readonly options?: AcceptedPlan['options'];
  readonly definition?: AcceptedPlan['definition'];
  readonly files: readonly ImportFile[];
}

/** @throws DomainError `import.not-found` */
export async function readImport(ports: ReadPorts, importId: string): Promise<ImportView> {
  const record = await findImport(ports.imports, importId);
  const [files, plan, progress, waiting] = await Promise.all([
    listFiles(ports, record),
    readPlan(ports.store, record),
    record.status === 'running' && record.progress ? measureProgress(ports, record, record.progress) : undefined,
    record.status === 'queued' ? describeWait(ports, record) : undefined,
  ]);
  return {
    record,
    files,
    ...(progress && { progress }),
    ...(waiting && { waiting }),
    ...(plan && { fileFormat: fileFormatOf(plan.layout), options: plan.options }),
    ...(plan?.definition && { definition: plan.definition }),
  };
}

async function listFiles({ store, addresses }: ReadPorts, record: Import): Promise<ImportFile[]> {
  const folder = resultsFolder(record);
  const { plan } = workKeys(record.prefix, record.importId);
  const files: ImportFile[] = [];
  for await (const { key, size } of store.list(folder)) {
    if (key === plan) continue;
    const name = key.slice(folder.length);
    const signed = await addresses.forDownload(key, name);
    const caution = cautionOf(name, record);
    files.push({ name, bucket: record.source.bucket, key, bytes: size, ...(caution && { caution }), ...signed });
  }
  return files;
}
