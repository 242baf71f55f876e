import type { Customers } from '../../../customers/index.ts';
import {
  type GenerationHeads,
  type IndexProgress,
  type IndexWriter,
  isRebuildDue,
  scopeOf,
} from '../../../search/index.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { findResult } from '../../../shared/use-cases/work-objects.ts';
import { cancelFlagKey } from '../../domain/import-keys.ts';
import { isIndexJob } from '../../domain/search-index/index-job.ts';
import { IndexPlanSchema } from '../../domain/search-index/index-plan.ts';
import type {
  ChunkInput,
  ChunkOutput,
  ChunksOutput,
  CleanOutput,
  PlanIndexOutput,
  StepInput,
} from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { type CleanIndexPorts, cleanIndex } from '../search-index/clean-index.ts';
import { cutIndex, rangesOf } from '../search-index/cut-index.ts';
import { type FlipPorts, flipIndex } from '../search-index/flip-index.ts';
import { indexWork, openIndex } from '../search-index/index-context.ts';
import { type PlanIndexPorts, planIndex } from '../search-index/plan-index.ts';
import { readShard } from '../search-index/read-shard.ts';
import { writeBlocks } from '../search-index/write-blocks.ts';
import { ImportCancelled } from '../work/cancel-watch.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

// The steps that write a generation of a search index: for an import, after its customers, or for a job of their own.

type HeadServices = CoordinatorServices & { readonly heads: GenerationHeads };

/** @throws ImportCancelled: the import's mark stays, so that a job writes the generation */
export async function planIndexStep(
  services: HeadServices & PlanIndexPorts,
  input: StepInput,
): Promise<PlanIndexOutput> {
  await stopIfFlagged(services.store, input);
  if (isIndexJob(input.importId) && !(await isDue(services, input))) return { rebuild: false, chunks: [] };
  const { table } = await planIndex(services, input);
  await report(services, input, { stage: 'index-read', chunks: table.shardCount });
  return { rebuild: true, chunks: chunkNumbers(table.shardCount) };
}

/** A job may also be there for the deletion of older items alone. */
async function isDue({ store, heads, imports, clock }: PlanIndexPorts, input: StepInput): Promise<boolean> {
  if (await findResult(store, indexWork(input)('index-plan', 0), IndexPlanSchema)) return true;
  const head = await heads.find(input.prefix);
  const { importId: holder } = await imports.readLease(input.prefix);
  return isRebuildDue(head, scopeOf(head, holder, clock.now()));
}

export async function readIndexStep(
  services: { readonly store: ObjectStore; readonly customers: Pick<Customers, 'readShard'> },
  input: ChunkInput,
): Promise<ChunkOutput> {
  await readShard(services, await openIndex(services.store, input), input.chunk);
  return {};
}

/** @throws ImportCancelled */
export async function cutIndexStep(services: HeadServices, input: StepInput): Promise<ChunksOutput> {
  await stopIfFlagged(services.store, input);
  const ranges = rangesOf(await cutIndex(await openIndex(services.store, input)));
  await report(services, input, { stage: 'index-write', chunks: ranges });
  return { chunks: chunkNumbers(ranges) };
}

export async function writeIndexStep(
  services: { readonly store: ObjectStore; readonly writer: Pick<IndexWriter, 'putBlocks'> },
  input: ChunkInput,
): Promise<ChunkOutput> {
  await writeBlocks(services, await openIndex(services.store, input), input.chunk);
  return {};
}

export async function flipIndexStep(
  { store, ...ports }: FlipPorts & { readonly store: ObjectStore },
  input: StepInput,
): Promise<ChunkOutput> {
  await flipIndex(ports, await openIndex(store, input));
  return {};
}

/** The last step of a job. */
export async function cleanIndexStep(
  services: CleanIndexPorts & { readonly heads: Pick<GenerationHeads, 'endJob'> },
  { importId, prefix }: StepInput,
): Promise<CleanOutput> {
  const complete = await cleanIndex(services, prefix);
  if (complete) await services.heads.endJob(prefix, importId);
  return { complete };
}

async function stopIfFlagged(store: ObjectStore, input: StepInput): Promise<void> {
  if (await store.head(cancelFlagKey(input))) throw new ImportCancelled();
}

/** The head tells of every generation, the record of the import also of its own. */
async function report(services: HeadServices, input: StepInput, stage: Pick<IndexProgress, 'stage' | 'chunks'>) {
  const { heads, clock } = services;
  const { importId, prefix } = input;
  if (!isIndexJob(importId)) await reportStage(services, input, stage);
  await heads.report(prefix, { id: importId, ...stage, startedAt: clock.now().toISOString() });
}
