import { dispatchContainer } from '../container.ts';
import { watchQueues } from '../use-cases/lifecycle/watch-queues.ts';
import { defineEvent } from './define-event.ts';

/** The event of a rule says nothing but that it is time to look at the queues. */
const readNothing = () => undefined;

/** Runs each minute, so that no queue stays unnoticed whose event was lost. */
export const handler = defineEvent('watch-queues', dispatchContainer(), readNothing, watchQueues);
