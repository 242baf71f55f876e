import type { Clock } from '../../../shared/domain/clock.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { cancelFlagKey } from '../../domain/import-keys.ts';
import { type ImportContext, type OpenImport, openImport, type RunningImport } from './import-context.ts';

/** Ends the workflow of a cancelled import; the workflow's definition catches it by name. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled';
}

/** Whether the current attempt of the import was cancelled. The flag of an attempt is never removed. */
export async function isCancelled({ store, plan, fence }: ImportContext): Promise<boolean> {
  return (await store.head(cancelFlagKey({ ...plan, fence }))) !== undefined;
}

/** For the steps between two stages: chunks of the previous stage may be missing. @throws ImportCancelled */
export async function stopIfCancelled(context: ImportContext): Promise<void> {
  if (await isCancelled(context)) throw new ImportCancelled(`Import ${context.plan.importId} was cancelled`);
}

/** The same as `stopIfCancelled`, for steps that open the import. */
export async function openUncancelled(store: ObjectStore, running: RunningImport): Promise<OpenImport> {
  const context = await openImport(store, running);
  await stopIfCancelled(context);
  return context;
}

/**
 * Runs the work of a chunk unless the import was cancelled; the next step between two stages then ends the workflow.
 */
export async function unlessCancelled(context: ImportContext, work: () => Promise<unknown>): Promise<void> {
  if (!(await isCancelled(context))) await work();
}

/**
 * Some 2,000 records at a worker's speed: a user sees the effect soon, and the S3 requests cost little in comparison.
 */
const POLL_INTERVAL_MS = 2000;

/** Decides for each record or request whether a worker continues. */
export class CancelWatch {
  readonly #context: ImportContext;
  readonly #clock: Clock;
  #polledAt: number;
  /** The time at which the flag was found. */
  #seenAt: number | undefined;
  #hasStopped = false;

  constructor(context: ImportContext, clock: Clock) {
    this.#context = context;
    this.#clock = clock;
    this.#polledAt = clock.now().getTime();
  }

  /** Whether it has stopped the work, which is then incomplete. */
  get hasStopped(): boolean {
    return this.#hasStopped;
  }

  /** Called before each record or request. */
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
      // Work continues after a failed request; the next poll repeats it.
    }
  }
}
