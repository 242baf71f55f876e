import { type HeldHeads, jobExecution } from '../../search/index.ts';
import type { Workflow } from '../../shared/domain/workflow.ts';
import type { IndexJobs } from '../ports.ts';

/** @param workflow runs the jobs */
export function indexJobs(heads: HeldHeads, workflow: Pick<Workflow, 'status'>): IndexJobs {
  return {
    async holdAndCheck(prefix) {
      await heads.hold(prefix);
      const { job } = await heads.find(prefix);
      const status = job && (await workflow.status(jobExecution(prefix, job)));
      return status === 'running' ? 'running' : 'free';
    },
  };
}
