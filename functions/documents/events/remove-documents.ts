import type { Context } from 'aws-lambda';
import { correlated } from '../../shared/observability/correlation.ts';
import { removalContainer } from '../container.ts';
import { carryOutOrders } from '../use-cases/remove-uploads.ts';

const services = removalContainer();

/** Time for the file that has begun. */
const RESERVE_MS = 10_000;

/** Runs every five minutes. The event carries no data. */
export const handler = (_: unknown, context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>) =>
  correlated({ requestId: context.awsRequestId }, () =>
    carryOutOrders(services, context.getRemainingTimeInMillis() - RESERVE_MS),
  );
