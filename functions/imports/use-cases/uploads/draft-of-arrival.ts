import { importIdOf, type SourceVersion } from '../../domain/import-id.ts';
import { readUploadKey, type Upload } from '../../domain/uploads/upload-key.ts';
import type { ImportRepository } from '../../ports.ts';
import type { ImportDraft } from '../lifecycle/record-arrival.ts';

export interface DraftPorts {
  readonly imports: Pick<ImportRepository, 'find' | 'nameUpload'>;
}

export interface Arrival {
  readonly source: SourceVersion;
  readonly arrivedAt: Date;
}

/**
 * The import of an uploaded object: the one that awaits it, if the API has created its key, otherwise a new one. The
 * same version of an object always has the same import. Undefined for a folder.
 */
export async function draftOfArrival(ports: DraftPorts, arrival: Arrival): Promise<ImportDraft | undefined> {
  const upload = readUploadKey(arrival.source.key);
  if (!upload) return undefined;
  return (await draftOfAwaited(ports, upload, arrival)) ?? draftOfUpload(ports, upload, arrival);
}

/** Undefined for the key of an ordinary upload, and for a later object under the key of an import that has its file. */
async function draftOfAwaited(
  { imports }: DraftPorts,
  { folder }: Upload,
  { source }: Arrival,
): Promise<ImportDraft | undefined> {
  const awaited = folder === undefined ? undefined : await imports.find(folder);
  if (!awaited || awaited.source.key !== source.key) return undefined;
  const { versionId } = awaited.source;
  // Without a version it was cancelled before its file came; the file is then ignored.
  return versionId === '' || versionId === source.versionId ? { ...awaited, source } : undefined;
}

async function draftOfUpload(
  { imports }: DraftPorts,
  { prefix = '', fileName }: Upload,
  { source, arrivedAt }: Arrival,
): Promise<ImportDraft> {
  const importId = await imports.nameUpload(source, importIdOf(source, arrivedAt));
  return { importId, prefix, fileName, source };
}
