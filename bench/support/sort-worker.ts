import { openStore, type StorePlace } from './open-store.ts';
import { benchSortJob, doSortTask, type SortTask } from './sort-task.ts';

/** The store with the source, and the source's size in bytes. */
export interface SortPlace {
  readonly store: StorePlace;
  readonly size: number;
}

/** A message to the worker process. */
export interface WorkerRequest extends SortPlace {
  readonly task: SortTask;
}

export type WorkerReply =
  | { readonly done: Awaited<ReturnType<typeof doSortTask>>; readonly peakMb: number }
  | { readonly failed: string };

/** Peak memory of this process so far, in MB of 2^20 bytes. */
function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

async function answer(request: WorkerRequest): Promise<WorkerReply> {
  try {
    const job = benchSortJob(await openStore(request.store), request.size);
    return { done: await doSortTask(job, request.task), peakMb: peakMb() };
  } catch (error) {
    return { failed: String(error) };
  }
}

process.on('message', (request: WorkerRequest) => {
  void answer(request).then((reply) => process.send?.(reply));
});
