import type { Context } from 'aws-lambda';
import { correlated } from '../../shared/observability/correlation.ts';
import { workThroughJobs } from '../use-cases/work-through-jobs.ts';
import { workerContainer } from '../worker-container.ts';

const services = workerContainer();

/** Time for the page that has begun. */
const RESERVE_MS = 30_000;

/** Runs every minute, and at once after a job was ordered. The event carries no data. */
export const handler = (_: unknown, context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>) =>
  correlated({ requestId: context.awsRequestId }, () =>
    workThroughJobs(services, context.getRemainingTimeInMillis() - RESERVE_MS),
  );
