import { importIdOf, type SourceVersion } from '../domain/import-id.ts';
import { readUploadKey, type Upload } from '../domain/upload-key.ts';
import { type BeginPorts, beginImport, type ImportDraft } from './begin-import.ts';

/** An object that arrived in the bucket. */
export interface Arrival {
  readonly source: SourceVersion;
  readonly arrivedAt: Date;
}

/**
 * Begins the import of an uploaded object: the one that awaits it, if its key was given out by the API, else a new one.
 * Announcing the same version of an object again makes nothing new.
 */
export async function startImport(ports: BeginPorts, arrival: Arrival): Promise<void> {
  const upload = readUploadKey(arrival.source.key);
  if (!upload) return;
  const draft = (await draftOfAwaited(ports, upload, arrival)) ?? (await draftOfUpload(ports, upload, arrival));
  await beginImport(ports, draft);
}

/** Undefined for the key of an ordinary upload, and for a later object under a key whose import has its file. */
async function draftOfAwaited(
  { imports }: BeginPorts,
  { folder }: Upload,
  { source }: Arrival,
): Promise<ImportDraft | undefined> {
  const awaited = folder === undefined ? undefined : await imports.find(folder);
  if (!awaited || awaited.source.key !== source.key) return undefined;
  const { versionId } = awaited.source;
  // It has no version when it was cancelled before its file came, which then comes too late.
  return versionId === '' || versionId === source.versionId ? { ...awaited, source } : undefined;
}

async function draftOfUpload(
  { imports }: BeginPorts,
  { prefix = '', fileName }: Upload,
  { source, arrivedAt }: Arrival,
): Promise<ImportDraft> {
  const importId = await imports.nameUpload(source, importIdOf(source, arrivedAt));
  return { importId, prefix, fileName, source };
}
