import { log } from '../../../shared/observability/logger.ts';
import type { PendingSignIn } from '../../ports.ts';
import { reconcileSignIn, type SignInPorts } from './reconcile-sign-in.ts';

/** Below the limits of Amazon Cognito for an account, and slow enough for the reputation of a sender of e-mail. */
const INTERVAL_MS = 50;
/** An act takes some hundred milliseconds: so many at once keep to the interval. */
const CONCURRENCY = 10;
const PAGE_SIZE = 100;
/** Six runs of the worker have not carried out the act: an operator has to look. */
const STUCK_SECONDS = 30 * 60;

export interface WorkerPorts extends SignInPorts {
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** The pending acts that are due, page by page. */
async function* dueActs({ pendingSignIns, clock }: WorkerPorts): AsyncGenerator<PendingSignIn> {
  let after: string | undefined;
  do {
    const page = await pendingSignIns.list({ limit: PAGE_SIZE, after });
    yield* page.items.filter(({ dueAt }) => dueAt <= clock.now());
    after = page.next;
  } while (after !== undefined);
}

/** An act that fails stays in the list for the next run, and does not hold up the others. */
async function reconcileOrLog(ports: WorkerPorts, { userId, dueAt }: PendingSignIn): Promise<void> {
  try {
    await reconcileSignIn(ports, { userId });
  } catch (error) {
    const ageSeconds = Math.floor((ports.clock.now().getTime() - dueAt.getTime()) / 1000);
    if (ageSeconds >= STUCK_SECONDS) log.error('sign-in.stuck', { ageSeconds }, error);
    else log.warn('sign-in.not-reconciled', {}, error);
  }
}

async function workUntil(ports: WorkerPorts, end: Date): Promise<void> {
  const running = new Set<Promise<void>>();
  for await (const act of dueActs(ports)) {
    if (ports.clock.now() >= end) break;
    const run = reconcileOrLog(ports, act).finally(() => running.delete(run));
    running.add(run);
    await ports.sleep(INTERVAL_MS);
    if (running.size >= CONCURRENCY) await Promise.race(running);
  }
  await Promise.all(running);
}

/**
 * Carries out the pending acts of the sign-in service: invitations of many users, and acts whose request did not end them.
 * One worker at a time begins at most 20 acts a second; what is left at its end is for the next one.
 * @param runMs how long a run takes at most
 */
export async function workThroughSignIns(ports: WorkerPorts, runMs: number): Promise<void> {
  const now = ports.clock.now();
  const end = new Date(now.getTime() + runMs);
  if (!(await ports.pendingSignIns.acquire(now, end))) return;
  try {
    await workUntil(ports, end);
  } finally {
    await ports.pendingSignIns.release(end);
  }
}
