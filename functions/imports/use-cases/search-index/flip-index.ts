import type { GenerationHeads } from '../../../search/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { log } from '../../../shared/observability/logger.ts';
import { readResult, readResults } from '../../../shared/use-cases/work-objects.ts';
import { CutIndexSchema, rangesOf } from './cut-index.ts';
import type { IndexContext } from './index-context.ts';
import { BlocksResultSchema } from './write-blocks.ts';

export interface FlipPorts {
  readonly heads: Pick<GenerationHeads, 'flip'>;
  readonly clock: Clock;
}

/** Makes the written generation the live one. @throws Error when a range has not been written */
export async function flipIndex({ heads, clock }: FlipPorts, context: IndexContext): Promise<void> {
  const { store, plan, work } = context;
  const cut = await readResult(store, work('index-cut', 0), CutIndexSchema);
  const written = await readResults(store, rangesOf(cut), (range) => work('index-write', range), BlocksResultSchema);
  const blocks = written.reduce((sum, range) => sum + range.blocks, 0);
  const { generation, startedAt, scope, table } = plan;
  const { customers, entries } = cut;
  const flippedAt = clock.now().toISOString();
  const finished = { generation, startedAt, flippedAt, customers, entries };
  const outcome = await heads.flip(table.prefix, finished, { wanted: undefined, ...scope });
  log.info('search-index.written', { prefix: table.prefix, generation, outcome, customers, entries, blocks });
}
