import type { Removal } from '../../shared/domain/removal.ts';
import type { Blocker, Job } from '../domain/job.ts';
import type { MaintainedTable } from '../ports.ts';

/**
 * What the worker does next with a stage. `later`: the stage waits for something; the next worker asks again. `reject`:
 * the job does not take place.
 */
export type Step =
  | { readonly next: 'done' }
  | { readonly next: 'later'; readonly why: string }
  | { readonly next: 'reject'; readonly blockers: readonly Blocker[] }
  | {
      readonly next: 'remove';
      readonly counts: Readonly<Record<string, number>>;
      readonly range: string;
      readonly position: number;
      readonly after?: string;
    };

/** One stage of a job, for one CRM table. Every call may be repeated. */
export interface Stage {
  readonly name: string;
  readonly prefix: string;
  /** @param after of the step before, for a stage that goes through files */
  step(job: Job, position: number, after?: string): Promise<Step>;
  /** What a step has counted; only for a stage whose steps are `remove`. */
  remove?(job: Job, range: string): Promise<void>;
}

/** The stage that removes what one context has stored for a CRM table. */
export const removalStage = (removal: Removal, table: MaintainedTable): Stage => ({
  name: removal.name,
  prefix: table.prefix,
  async step(_, position) {
    const page = await removal.page(table, position);
    return page ? { next: 'remove', ...page } : { next: 'done' };
  },
  remove: (_, range) => removal.remove(table, range),
});
