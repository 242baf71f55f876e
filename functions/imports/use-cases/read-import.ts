import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { Import, Stage, StageProgress } from '../domain/import.ts';
import { isChunkResult, resultsFolder, stageObjects, workKeys } from '../domain/import-keys.ts';
import type { ImportRepository, ObjectStore } from '../ports.ts';

export interface ReadPorts {
  readonly imports: ImportRepository;
  readonly store: ObjectStore;
  readonly clock: Clock;
}

/** How far the stage that runs now has come. Records are those of finished chunks, so they rise in steps. */
export interface Progress {
  readonly stage: Stage;
  readonly chunksDone: number;
  readonly chunks: number;
  readonly recordsDone?: number;
  readonly records?: number;
  readonly recordsPerSecond?: number;
  readonly secondsLeft?: number;
}

export interface ImportFile {
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
  readonly bytes: number;
}

export interface ImportView {
  readonly record: Import;
  readonly progress?: Progress;
  readonly files: readonly ImportFile[];
}

/** @throws DomainError `import.not-found` */
export async function readImport(ports: ReadPorts, importId: string): Promise<ImportView> {
  const record = await ports.imports.find(importId);
  if (!record) throw new DomainError('not-found', 'import.not-found', `There is no import ${importId}.`);
  const files = await listFiles(ports.store, record);
  if (record.status !== 'running' || !record.progress) return { record, files };
  return { record, files, progress: await measure(ports, record, record.progress) };
}

async function listFiles(store: ObjectStore, record: Import): Promise<ImportFile[]> {
  const folder = resultsFolder(record);
  const { plan } = workKeys(record.prefix, record.importId);
  const files: ImportFile[] = [];
  for await (const { key, size } of store.list(folder)) {
    if (key !== plan) files.push({ name: key.slice(folder.length), bucket: record.source.bucket, key, bytes: size });
  }
  return files;
}

/** Results are written once per chunk: counting them is progress that no crash can make wrong. */
async function measure({ store, clock }: ReadPorts, record: Import, running: StageProgress): Promise<Progress> {
  const { stage, chunks, records, startedAt } = running;
  const prefix = stageObjects(record.prefix, record.importId, stage);
  let chunksDone = 0;
  for await (const { key } of store.list(prefix)) if (isChunkResult(key)) chunksDone += 1;
  if (records === undefined || chunks === 0) return { stage, chunks, chunksDone };
  const recordsDone = Math.round((records * chunksDone) / chunks);
  const seconds = (clock.now().getTime() - Date.parse(startedAt)) / 1000;
  const rate = seconds > 0 ? recordsDone / seconds : 0;
  return {
    stage,
    chunks,
    chunksDone,
    records,
    recordsDone,
    ...(rate > 0 && { recordsPerSecond: Math.round(rate), secondsLeft: Math.ceil((records - recordsDone) / rate) }),
  };
}
