import { defineEvent } from '../../shared/steps/define-event.ts';
import { watchContainer } from '../container.ts';
import { watchAll } from '../use-cases/lifecycle/watch-all.ts';

/** The event of the rule carries no data. */
const readNothing = () => undefined;

/** Runs each minute, so that a queue whose event was lost is dispatched, and a search index that is due is written. */
export const handler = defineEvent('watch-queues', watchContainer(), readNothing, watchAll);
