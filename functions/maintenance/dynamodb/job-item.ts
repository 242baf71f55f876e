import * as z from 'zod';
import { type Item, jsonOf, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type Job, JobSchema, PersonSchema, type Progress, ProgressSchema } from '../domain/job.ts';
import type { HeldJob } from '../ports.ts';
import { MAINTENANCE_INDEX_PARTITIONS, MAINTENANCE_PARTITIONS } from './partitions.ts';

const JOB_SORT_PREFIX = 'JOB#';

type JobId = Pick<Job, 'accountPrefix' | 'jobId'>;

export const jobKey = ({ accountPrefix, jobId }: JobId): ControlKey => ({
  PK: `${MAINTENANCE_PARTITIONS.jobs}${accountPrefix}`,
  SK: `${JOB_SORT_PREFIX}${jobId}`,
});

export const jobList = (accountPrefix: string) => ({
  partition: jobKey({ accountPrefix, jobId: '' }).PK,
  sortPrefix: JOB_SORT_PREFIX,
  newestFirst: true,
});

/** The id begins with the time of the order. */
export const dueKeys = ({ accountPrefix, jobId }: JobId) => ({
  GSI1PK: MAINTENANCE_INDEX_PARTITIONS.due,
  GSI1SK: `${jobId}#${accountPrefix}`,
});

export function jobOfDue(position: string): JobId {
  const [jobId = '', accountPrefix = ''] = position.split('#');
  return { jobId, accountPrefix };
}

const { shape } = JobSchema;
const JobItemSchema = z.object({
  ...shape,
  removed: jsonOf(shape.removed),
  blockers: jsonOf(shape.blockers.unwrap()).optional(),
  progress: jsonOf(ProgressSchema),
  person: jsonOf(PersonSchema).optional(),
});

/** Attributes of the job, without its keys. */
export const toJobAttributes = (job: Job, progress: Progress) => ({
  ...job,
  removed: JSON.stringify(job.removed),
  blockers: job.blockers && JSON.stringify(job.blockers),
  progress: JSON.stringify(progress),
});

export function fromJobItem(item: Item): Pick<HeldJob, 'job' | 'progress' | 'person'> {
  const { progress, person, ...job } = readItem(JobItemSchema, item);
  return { job, progress, person };
}
