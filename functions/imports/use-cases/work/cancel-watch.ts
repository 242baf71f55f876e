import type { Clock } from '../../../shared/domain/clock.ts';
import { cancelFlagKey } from '../../domain/import-keys.ts';
import type { ObjectStore } from '../../ports.ts';
import { type ImportContext, type OpenImport, openImport, type RunningImport } from './import-context.ts';

/** Ends a workflow whose import was cancelled; its name is in the workflow's definition. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled';
}

/** Whether somebody has cancelled the import as it runs now. The flag of a run is never taken back. */
export async function isCancelled({ store, plan, fence }: ImportContext): Promise<boolean> {
  return (await store.head(cancelFlagKey({ ...plan, fence }))) !== undefined;
}

/**
 * For the steps between two stages: chunks of the stage before may have been left out.
 * @throws ImportCancelled
 */
export async function stopIfCancelled(context: ImportContext): Promise<void> {
  if (await isCancelled(context)) throw new ImportCancelled(`Import ${context.plan.importId} was cancelled`);
}

/** For the steps between two stages, as `stopIfCancelled`. */
export async function openUncancelled(store: ObjectStore, running: RunningImport): Promise<OpenImport> {
  const context = await openImport(store, running);
  await stopIfCancelled(context);
  return context;
}

/** Does a chunk's work unless the import has been cancelled: the next step between two stages then ends the workflow. */
export async function unlessCancelled(context: ImportContext, work: () => Promise<unknown>): Promise<void> {
  if (!(await isCancelled(context))) await work();
}

/** Some 2,000 records at a worker's speed: soon enough for a person, and a request of S3 that costs nothing beside them. */
const POLL_INTERVAL_MS = 2000;

/** Tells a worker, record by record or request by request, whether to go on. */
export class CancelWatch {
  readonly #context: ImportContext;
  readonly #clock: Clock;
  #polledAt: number;
  /** When the flag was seen. */
  #seenAt: number | undefined;
  #hasStopped = false;

  constructor(context: ImportContext, clock: Clock) {
    this.#context = context;
    this.#clock = clock;
    this.#polledAt = clock.now().getTime();
  }

  /** Whether it said no: then the work is not whole. */
  get hasStopped(): boolean {
    return this.#hasStopped;
  }

  /** Asked before each record is taken, or each request made. */
  shouldContinue(): boolean {
    if (this.#seenAt !== undefined) {
      this.#hasStopped = true;
      return false;
    }
    const now = this.#clock.now().getTime();
    if (now - this.#polledAt >= POLL_INTERVAL_MS) {
      this.#polledAt = now;
      void this.#poll();
    }
    return true;
  }

  async #poll(): Promise<void> {
    try {
      if (await isCancelled(this.#context)) this.#seenAt = this.#clock.now().getTime();
    } catch {
      // Work goes on while nobody answers; the next look tells.
    }
  }
}
