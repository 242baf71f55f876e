import { ChunkResultSchema, type FragmentKind } from '../../domain/records/chunk-result.ts';
import { type HandedOverRecord, HandOverSchema, handedOverRecords, rowRange } from '../../domain/records/hand-over.ts';
import { WritePlanSchema } from '../../domain/records/write-plan.ts';
import type { ImportContext } from '../work/import-context.ts';
import { readResult } from '../work/work-objects.ts';

/** The records that a chunk of the insert or update stage has to write. */
export async function readHandedOver(
  { store, keys }: ImportContext,
  stage: 'insert' | 'update',
  chunk: number,
): Promise<HandedOverRecord[]> {
  const plan = await readResult(store, keys.work('writes', 0), WritePlanSchema);
  const pieces = (stage === 'insert' ? plan.inserts : plan.updates)[chunk];
  if (!pieces) throw new Error(`There is no chunk ${chunk} in the ${stage} stage`);
  const records: HandedOverRecord[] = [];
  for (const piece of pieces) {
    const { fragments } = await readResult(store, keys.work('differentiate', piece.chunk), ChunkResultSchema);
    const keyOf = (kind: FragmentKind) => {
      const fragment = fragments[kind];
      if (!fragment) throw new Error(`Chunk ${piece.chunk} of differentiate has no fragment ${kind}`);
      return keys.work('differentiate', piece.chunk, fragment.suffix);
    };
    const beside = await readResult(store, keyOf(`${stage}-rows`), HandOverSchema);
    const bytes = await store.read(keyOf(stage), rowRange(beside, piece.from, piece.to));
    for (const record of handedOverRecords(beside, bytes, piece, records.length)) records.push(record);
  }
  return records;
}
