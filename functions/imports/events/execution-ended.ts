import { dispatchContainer } from '../container.ts';
import { defineEvent } from '../define-event.ts';
import { readExecutionEnded } from '../domain/end-event.ts';
import { endExecution } from '../use-cases/end-execution.ts';

const services = dispatchContainer();

/** Frees the CRM table of an import whose workflow failed, timed out or was aborted. */
export const handler = defineEvent('execution-ended', (event) => endExecution(services, readExecutionEnded(event)));
