import type { Context } from 'aws-lambda';
import { correlated } from '../../shared/observability/correlation.ts';
import { removalContainer } from '../removal-container.ts';
import { completeRemovals } from '../use-cases/complete-removals.ts';

const services = removalContainer();

/** Time for the page that has begun. */
const RESERVE_MS = 10_000;

/** Runs every five minutes. The event carries no data. */
export const handler = (_: unknown, context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>) =>
  correlated({ requestId: context.awsRequestId }, () =>
    completeRemovals(services, context.getRemainingTimeInMillis() - RESERVE_MS),
  );
