import { ImportSuperseded } from '../../../customers/index.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { ChunkInput, ChunkOutput, MergeInput } from '../../domain/workflow/payloads.ts';
import { mergeRange } from '../sort/merge-range.ts';
import { scanRange } from '../sort/scan-range.ts';
import type { SortJob } from '../sort/sort-job.ts';
import { sortRun } from '../sort/sort-run.ts';
import { assemblePart } from '../stages/assemble-part.ts';
import { bulkCopy } from '../stages/bulk-copy.ts';
import type { CustomerStagePorts } from '../stages/customer-stage-ports.ts';
import { differentiate } from '../stages/differentiate.ts';
import { insert } from '../stages/insert.ts';
import { sortJob } from '../stages/stage-input.ts';
import { update } from '../stages/update.ts';
import { unlessCancelled } from '../work/cancel-watch.ts';
import { openImport } from '../work/import-context.ts';

// The steps of the Maps. Each processes one chunk and stores the result in S3. A chunk of a cancelled import gets no
// result: the next step between two stages then ends the workflow.

interface ChunkServices {
  readonly store: ObjectStore;
}
type CustomerServices = ChunkServices & CustomerStagePorts;

export function scanStep(services: ChunkServices, input: ChunkInput): Promise<ChunkOutput> {
  return sortChunk(services, input, (job) => scanRange(job, input.chunk));
}

export function sortRunStep(services: ChunkServices, input: ChunkInput): Promise<ChunkOutput> {
  return sortChunk(services, input, (job) => sortRun(job, input.chunk));
}

export function mergeStep(services: ChunkServices, input: MergeInput): Promise<ChunkOutput> {
  return sortChunk(services, input, (job) => mergeRange(job, { range: input.chunk, generation: input.generation }));
}

export function bulkCopyStep(services: CustomerServices, input: ChunkInput): Promise<ChunkOutput> {
  return customerChunk(services, input, 'bulk-copy', bulkCopy);
}

export function differentiateStep(services: CustomerServices, input: ChunkInput): Promise<ChunkOutput> {
  return customerChunk(services, input, 'differentiate', differentiate);
}

export function insertStep(services: CustomerServices, input: ChunkInput): Promise<ChunkOutput> {
  return customerChunk(services, input, 'insert', insert);
}

export function updateStep(services: CustomerServices, input: ChunkInput): Promise<ChunkOutput> {
  return customerChunk(services, input, 'update', update);
}

export async function assembleStep(services: ChunkServices, input: ChunkInput): Promise<ChunkOutput> {
  await assemblePart(await openImport(services.store, input), input.chunk);
  return {};
}

async function sortChunk(
  { store }: ChunkServices,
  input: ChunkInput,
  sort: (job: SortJob) => Promise<unknown>,
): Promise<ChunkOutput> {
  const context = await openImport(store, input);
  await unlessCancelled(context, () => sort(sortJob(context)));
  return {};
}

/**
 * A worker of a superseded import ends without an error, since a retry would find the same. Its chunk has no result, so
 * that no later step counts it as done.
 */
async function customerChunk(
  services: CustomerServices,
  input: ChunkInput,
  step: string,
  stage: typeof bulkCopy,
): Promise<ChunkOutput> {
  try {
    await stage(services, await openImport(services.store, input), input.chunk);
  } catch (error) {
    if (!(error instanceof ImportSuperseded)) throw error;
    const { importId, chunk, fence } = input;
    log.warn('step.superseded', { step, importId, chunk, fence });
  }
  return {};
}
