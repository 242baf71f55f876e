import { log } from '../shared/observability/logger.ts';
import { withoutMessage } from '../shared/observability/without-message.ts';

/** The handler of an asynchronous event. An error goes back to Lambda, which tries again and then keeps the event. */
export function defineEvent(name: string, run: (event: unknown) => Promise<void>): (event: unknown) => Promise<void> {
  return async (event) => {
    try {
      await run(event);
    } catch (error) {
      log.error('event.failed', { handler: name }, error);
      throw withoutMessage(error);
    }
  };
}
