import { type HandedOverRecord, HandOverSchema, handedOverRecords, rowRange } from '../domain/hand-over.ts';
import { WritePlanSchema } from '../domain/write-plan.ts';
import type { ImportContext } from './import-context.ts';
import { readJson } from './work-objects.ts';

/** The records that a chunk of the insert or update stage has to write. */
export async function readHandedOver(
  { store, keys }: ImportContext,
  stage: 'insert' | 'update',
  chunk: number,
): Promise<HandedOverRecord[]> {
  const plan = await readJson(store, keys.work('writes', 0), WritePlanSchema);
  const pieces = (stage === 'insert' ? plan.inserts : plan.updates)[chunk];
  if (!pieces) throw new Error(`There is no chunk ${chunk} in the ${stage} stage`);
  const records: HandedOverRecord[] = [];
  for (const piece of pieces) {
    const beside = await readJson(store, keys.work('differentiate', piece.chunk, `${stage}-rows`), HandOverSchema);
    const range = rowRange(beside, piece.from, piece.to);
    const bytes = await store.read(keys.work('differentiate', piece.chunk, stage), range);
    for (const record of handedOverRecords(beside, bytes, piece, records.length)) records.push(record);
  }
  return records;
}
