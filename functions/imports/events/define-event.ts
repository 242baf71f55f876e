import type { Context } from 'aws-lambda';
import { correlated } from '../../shared/observability/correlation.ts';
import { log } from '../../shared/observability/logger.ts';
import { withoutMessage } from '../../shared/observability/without-message.ts';

/** The handler of an asynchronous event. An error goes back to Lambda, which tries again and then keeps the event. */
export function defineEvent(name: string, run: (event: unknown) => Promise<void>) {
  return (event: unknown, { awsRequestId }: Pick<Context, 'awsRequestId'>): Promise<void> =>
    correlated({ requestId: awsRequestId }, async () => {
      try {
        await run(event);
      } catch (error) {
        log.error('event.failed', { handler: name }, error);
        throw withoutMessage(error);
      }
    });
}
