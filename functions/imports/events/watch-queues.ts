import { dispatchContainer } from '../container.ts';
import { watchQueues } from '../use-cases/lifecycle/watch-queues.ts';
import { defineEvent } from './define-event.ts';

const services = dispatchContainer();

/** Every few minutes: no queue may stand still unnoticed, whatever was lost on the way. */
export const handler = defineEvent('watch-queues', () => watchQueues(services));
