import { findResult, readOrMake } from '../../../shared/use-cases/work-objects.ts';
import { filePieces } from '../../domain/output/import-log.ts';
import { cutIntoParts, type OutputFile, OutputFilesSchema } from '../../domain/output/output-files.ts';
import type { ImportRepository } from '../../ports.ts';
import type { ImportContext } from '../work/import-context.ts';
import { readHistory } from './read-history.ts';

export interface FilePorts {
  readonly imports: Pick<ImportRepository, 'find'>;
}

/** The output files of one generation of uploads. */
export interface PlannedFiles {
  readonly generation: number;
  readonly files: readonly OutputFile[];
}

/**
 * Decides the parts of the output files and opens their uploads. If an upload of an earlier attempt has expired, plans
 * a new generation of the same files.
 */
export async function planFiles(ports: FilePorts, context: ImportContext): Promise<PlannedFiles> {
  const { store, keys } = context;
  const newest = await newestGeneration(context);
  if (newest && (await canComplete(context, newest.files))) return newest;
  const generation = newest ? newest.generation + 1 : 0;
  const files = await readOrMake(store, keys.work('files', generation), OutputFilesSchema, () =>
    makeFiles(ports, context),
  );
  return { generation, files };
}

/** The files of the newest generation. */
export async function readFiles(context: ImportContext): Promise<PlannedFiles> {
  const newest = await newestGeneration(context);
  if (!newest) throw new Error(`The output files of import ${context.plan.importId} are not planned yet`);
  return newest;
}

async function newestGeneration({ store, keys }: ImportContext): Promise<PlannedFiles | undefined> {
  let newest: PlannedFiles | undefined;
  for (let generation = 0; ; generation += 1) {
    const files = await findResult(store, keys.work('files', generation), OutputFilesSchema);
    if (!files) return newest;
    newest = { generation, files };
  }
}

async function makeFiles({ imports }: FilePorts, context: ImportContext): Promise<OutputFile[]> {
  const { store, plan } = context;
  const record = await imports.find(plan.importId);
  const wanted = filePieces(await readHistory(context), record?.resumedOver);
  const totalBytes = wanted.reduce((sum, { key, pieces }) => sum + cutIntoParts(key, pieces, 1).bytes, 0);
  // Half of the most chunks leaves room for each file's last, smaller part.
  const partBytes = Math.max(plan.limits.partBytes, Math.ceil((2 * totalBytes) / plan.limits.maxChunks));
  const files = wanted.map(({ key, pieces }) => cutIntoParts(key, pieces, partBytes));
  return Promise.all(
    files.map(async (file) => (file.parts.length > 1 ? { ...file, uploadId: await store.openUpload(file.key) } : file)),
  );
}

/** Whether each file's upload is open or its object complete. */
async function canComplete({ store }: ImportContext, files: readonly OutputFile[]): Promise<boolean> {
  for (const { key, uploadId, bytes } of files) {
    if (uploadId === undefined || (await store.isUploadOpen(key, uploadId))) continue;
    if ((await store.head(key))?.size !== bytes) return false;
  }
  return true;
}
