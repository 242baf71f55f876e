import type { Context } from 'aws-lambda';
import { correlated } from '../../shared/observability/correlation.ts';
import { workerContainer } from '../container.ts';
import { workThroughSignIns } from '../use-cases/sign-in/work-through-sign-ins.ts';

const services = workerContainer();

/** Time for the acts that have begun. */
const RESERVE_MS = 10_000;

/** Runs every five minutes, and at once after many users were invited. The event carries no data. */
export const handler = (_: unknown, context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>) =>
  correlated({ requestId: context.awsRequestId }, () =>
    workThroughSignIns(services, context.getRemainingTimeInMillis() - RESERVE_MS),
  );
