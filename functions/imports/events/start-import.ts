import { defineEvent } from '../../shared/steps/define-event.ts';
import { startImportContainer } from '../container.ts';
import { readStartEvent } from '../domain/lifecycle/start-event.ts';
import { handleStartEvent } from '../use-cases/uploads/handle-start-event.ts';

export const handler = defineEvent('start-import', startImportContainer(), readStartEvent, handleStartEvent);
