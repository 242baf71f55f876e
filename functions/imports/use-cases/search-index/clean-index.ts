import { type GenerationHeads, type IndexWriter, isCleanUpDue, oldestSingle } from '../../../search/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';

export interface CleanIndexPorts {
  readonly heads: Pick<GenerationHeads, 'find' | 'cleaned'>;
  readonly writer: Pick<IndexWriter, 'deleteBlocks' | 'deleteSingles'>;
  readonly clock: Clock;
}

/** A third of the step's time-out: the last page before the end may have to wait for a throttled table. */
const SECONDS = 80;

/**
 * Deletes the blocks of the generations before the live one, and the single entries that it contains. May be stopped and
 * repeated at any time. @returns whether nothing is left
 */
export async function cleanIndex({ heads, writer, clock }: CleanIndexPorts, prefix: string): Promise<boolean> {
  const head = await heads.find(prefix);
  const { live, liveStartedAt, cleaned } = head;
  if (live === undefined || liveStartedAt === undefined || !isCleanUpDue(head, clock.now())) return true;
  const end = clock.now().getTime() + SECONDS * 1000;
  const shouldContinue = () => clock.now().getTime() < end;
  for (let generation = cleaned + 1; generation < live; generation += 1) {
    if (!(await writer.deleteBlocks(prefix, generation, shouldContinue))) return false;
  }
  if (!(await writer.deleteSingles(prefix, oldestSingle(liveStartedAt), shouldContinue))) return false;
  await heads.cleaned(prefix, live);
  return true;
}
