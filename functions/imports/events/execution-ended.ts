import { defineEvent } from '../../shared/steps/define-event.ts';
import { dispatchContainer } from '../container.ts';
import { readExecutionEnded } from '../domain/lifecycle/end-event.ts';
import { endExecution } from '../use-cases/lifecycle/end-execution.ts';

/** Frees the CRM table of an import whose workflow failed, timed out or was aborted. */
export const handler = defineEvent('execution-ended', dispatchContainer(), readExecutionEnded, endExecution);
