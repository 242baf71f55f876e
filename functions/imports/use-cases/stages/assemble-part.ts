import * as z from 'zod';
import { UploadGone } from '../../../shared/domain/object-store.ts';
import { inFlight, readOrMake } from '../../../shared/use-cases/work-objects.ts';
import { orderLines } from '../../domain/output/order-lines.ts';
import { allParts, type FilePiece } from '../../domain/output/output-files.ts';
import type { OpenImport } from '../work/import-context.ts';
import { readFiles } from './plan-files.ts';

export const PartResultSchema = z.strictObject({ etag: z.string() });

/** Writes one part of one output file. */
export async function assemblePart(context: OpenImport, chunk: number): Promise<void> {
  const { store, keys } = context;
  const { generation, files } = await readFiles(context);
  const part = allParts(files)[chunk];
  if (!part) throw new Error(`There is no part ${chunk} among the output files`);
  const { file, partNumber, pieces } = part;
  await readOrMake(store, keys.work(`assemble-${generation}`, chunk), PartResultSchema, async () => {
    const body = await joinPieces(context, pieces);
    if (file.uploadId === undefined) {
      await store.put(file.key, body);
      return { etag: '' };
    }
    try {
      return await store.putPart(file.key, file.uploadId, partNumber, body).then(({ etag }) => ({ etag }));
    } catch (error) {
      // Another attempt has completed the same parts.
      if (error instanceof UploadGone && (await store.head(file.key))?.size === file.bytes) return { etag: '' };
      throw error;
    }
  });
}

async function joinPieces(context: OpenImport, pieces: readonly FilePiece[]): Promise<Uint8Array> {
  const bodies: Uint8Array[] = [];
  for (const piece of pieces) bodies.push(await readPiece(context, piece));
  return Buffer.concat(bodies);
}

async function readPiece({ store, source }: OpenImport, piece: FilePiece): Promise<Uint8Array> {
  const { key, versionId } = source;
  if ('text' in piece) return Buffer.from(piece.text);
  if ('sourceBytes' in piece) return store.read(key, { versionId, end: piece.sourceBytes });
  if ('key' in piece) return store.read(piece.key);
  return orderLines(Buffer.concat(await inFlight(piece.ordered, ({ key: fragment }) => store.read(fragment))));
}
