import { dispatchContainer } from '../container.ts';
import { watchQueues } from '../use-cases/lifecycle/watch-queues.ts';
import { defineEvent } from './define-event.ts';

/** The event of the rule carries no data. */
const readNothing = () => undefined;

/** Runs each minute, so that a queue whose event was lost is dispatched. */
export const handler = defineEvent('watch-queues', dispatchContainer(), readNothing, watchQueues);
