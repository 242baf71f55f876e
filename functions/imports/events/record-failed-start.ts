import { defineEvent } from '../../shared/steps/define-event.ts';
import { failedStartContainer } from '../container.ts';
import { readFailedStart } from '../domain/lifecycle/failed-start.ts';
import { recordFailedStart } from '../use-cases/uploads/record-failed-start.ts';

/** The on-failure destination of start-import. */
export const handler = defineEvent('record-failed-start', failedStartContainer(), readFailedStart, recordFailedStart);
