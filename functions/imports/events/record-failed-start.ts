import { failedStartContainer } from '../container.ts';
import { defineEvent } from '../define-event.ts';
import { readFailedStart } from '../domain/failed-start.ts';
import { recordFailedStart } from '../use-cases/record-failed-start.ts';

const services = failedStartContainer();

/** The on-failure destination of start-import. */
export const handler = defineEvent('record-failed-start', (event) =>
  recordFailedStart(services, readFailedStart(event)),
);
