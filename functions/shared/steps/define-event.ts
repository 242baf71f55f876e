import type { Context } from 'aws-lambda';
import { correlated } from '../observability/correlation.ts';
import { log } from '../observability/logger.ts';
import { withoutMessage } from '../observability/without-message.ts';

/** The Lambda handler of an asynchronous event. It rethrows errors: Lambda retries, and then keeps the event. */
export function defineEvent<S, E>(
  name: string,
  services: S,
  read: (event: unknown) => E,
  run: (services: S, event: E) => Promise<void>,
) {
  return (event: unknown, { awsRequestId }: Pick<Context, 'awsRequestId'>): Promise<void> =>
    correlated({ requestId: awsRequestId }, async () => {
      try {
        await run(services, read(event));
      } catch (error) {
        log.error('event.failed', { handler: name }, error);
        throw withoutMessage(error);
      }
    });
}
