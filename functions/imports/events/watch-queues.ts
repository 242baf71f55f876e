import { dispatchContainer } from '../container.ts';
import { defineEvent } from '../define-event.ts';
import { watchQueues } from '../use-cases/watch-queues.ts';

const services = dispatchContainer();

/** Every few minutes: no queue may stand still unnoticed, whatever was lost on the way. */
export const handler = defineEvent('watch-queues', () => watchQueues(services));
