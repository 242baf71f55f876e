import type { Clock } from '../../shared/domain/clock.ts';
import { addCounts, type Progress } from '../domain/job.ts';
import type { HeldJob, JobRepository } from '../ports.ts';
import type { Stage, Step } from './stages.ts';

export interface WorkPorts {
  readonly jobs: JobRepository;
  readonly clock: Clock;
}

/** The stages of a job, the same for every worker; and what remains after them. */
export interface Work {
  readonly stages: readonly Stage[];
  readonly remains: readonly string[];
}

/** The worker that took the job has lost it: another one goes on. */
class JobLost extends Error {
  override readonly name = 'JobLost';
}

/**
 * Works on a job until it ends, waits, or the time is over. What is to be removed is counted and saved first, then
 * removed: a worker that is killed in between leaves a range, which the next one removes again without counting it.
 */
export async function workOnJob(ports: WorkPorts, taken: HeldJob, work: Work, end: Date): Promise<void> {
  try {
    await new JobRun(ports, taken, work).until(end);
  } catch (error) {
    if (!(error instanceof JobLost)) throw error;
  }
}

class JobRun {
  readonly #ports: WorkPorts;
  readonly #work: Work;
  #held: HeldJob;

  constructor(ports: WorkPorts, held: HeldJob, work: Work) {
    this.#ports = ports;
    this.#held = held;
    this.#work = work;
  }

  async until(end: Date): Promise<void> {
    await this.#removeCounted();
    while (this.#ports.clock.now() < end) {
      const stage = this.#work.stages[this.#held.progress.stage];
      if (!stage) return this.#end({ status: 'completed', remains: [...this.#work.remains] });
      const step = await stage.step(this.#held.job, this.#held.progress.position, this.#held.progress.after);
      if (step.next === 'reject') return this.#end({ status: 'rejected', blockers: [...step.blockers] });
      if (step.next === 'later') return this.#wait(stage, step.why);
      await this.#advance(stage, step);
    }
    await this.#ports.jobs.release(this.#held);
  }

  async #advance(stage: Stage, step: Step): Promise<void> {
    const { job, progress } = this.#held;
    if (step.next !== 'remove') return this.#save(stage, { stage: progress.stage + 1, position: 0 }, job.removed);
    const removed = addCounts(job.removed, stage.prefix, step.counts);
    const { position, after, range } = step;
    await this.#save(stage, { stage: progress.stage, position, after, range }, removed);
    await this.#removeCounted();
  }

  async #removeCounted(): Promise<void> {
    const { job, progress } = this.#held;
    const { range, ...rest } = progress;
    if (range === undefined) return;
    await this.#work.stages[progress.stage]?.remove?.(job, range);
    // Saved with the next step: until then a repetition removes nothing.
    this.#held = { ...this.#held, progress: rest };
  }

  async #save(stage: Stage, progress: Progress, removed: HeldJob['job']['removed']): Promise<void> {
    const job = { ...this.#held.job, stage: stage.name, waitsFor: undefined, removed };
    this.#held = { ...this.#held, job, progress };
    if ((await this.#ports.jobs.save(this.#held)) === 'lost') throw new JobLost();
  }

  async #wait(stage: Stage, waitsFor: string): Promise<void> {
    await this.#ports.jobs.giveBack({ ...this.#held, job: { ...this.#held.job, stage: stage.name, waitsFor } });
  }

  async #end(outcome: Pick<HeldJob['job'], 'status' | 'blockers' | 'remains'>): Promise<void> {
    const endedAt = this.#ports.clock.now().toISOString();
    const job = { ...this.#held.job, ...outcome, endedAt, stage: undefined, waitsFor: undefined };
    await this.#ports.jobs.end({ ...this.#held, job });
  }
}
