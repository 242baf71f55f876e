import { readResult } from '../../../shared/use-cases/work-objects.ts';
import { ChunkResultSchema, type FragmentKind } from '../../domain/records/chunk-result.ts';
import { type HandoffRecord, handoffRecords, RowIndexSchema, rowRange } from '../../domain/records/handoff.ts';
import { type WritePlan, WritePlanSchema } from '../../domain/records/write-plan.ts';
import type { ImportContext } from '../work/import-context.ts';

export interface Handoff {
  readonly records: HandoffRecord[];
  readonly search: WritePlan['search'];
}

/** The records that a chunk of the insert or update stage has to write. */
export async function readHandoff(
  { store, keys }: ImportContext,
  stage: 'insert' | 'update',
  chunk: number,
): Promise<Handoff> {
  const plan = await readResult(store, keys.work('writes', 0), WritePlanSchema);
  const pieces = (stage === 'insert' ? plan.inserts : plan.updates)[chunk];
  if (!pieces) throw new Error(`There is no chunk ${chunk} in the ${stage} stage`);
  const records: HandoffRecord[] = [];
  for (const piece of pieces) {
    const { fragments } = await readResult(store, keys.work('differentiate', piece.chunk), ChunkResultSchema);
    const keyOf = (kind: FragmentKind) => {
      const fragment = fragments[kind];
      if (!fragment) throw new Error(`Chunk ${piece.chunk} of differentiate has no fragment ${kind}`);
      return keys.work('differentiate', piece.chunk, fragment.suffix);
    };
    const index = await readResult(store, keyOf(`${stage}-rows`), RowIndexSchema);
    const bytes = await store.read(keyOf(stage), rowRange(index, piece.from, piece.to));
    for (const record of handoffRecords(index, bytes, piece, records.length)) records.push(record);
  }
  return { records, search: plan.search };
}
