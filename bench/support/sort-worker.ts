import { FileObjectStore } from '../../functions/imports/object-store/file-object-store.ts';
import { benchSortJob, doSortTask, type SortTask } from './sort-task.ts';

/** The file-backed store that holds the source, and the source's size in bytes. */
export interface SortPlace {
  readonly folder: string;
  readonly size: number;
}

/** What the worker process is told. */
export interface WorkerRequest extends SortPlace {
  readonly task: SortTask;
}

export type WorkerReply =
  | { readonly done: Awaited<ReturnType<typeof doSortTask>>; readonly peakMb: number }
  | { readonly failed: string };

/** Peak memory of this process so far, in MB. */
function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

process.on('message', (request: WorkerRequest) => {
  const job = benchSortJob(new FileObjectStore(request.folder), request.size);
  doSortTask(job, request.task).then(
    (done) => process.send?.({ done, peakMb: peakMb() } satisfies WorkerReply),
    (error: unknown) => process.send?.({ failed: String(error) } satisfies WorkerReply),
  );
});
