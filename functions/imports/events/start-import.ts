import { startImportContainer } from '../container.ts';
import { readStartEvent } from '../domain/lifecycle/start-event.ts';
import { handleStartEvent } from '../use-cases/uploads/handle-start-event.ts';
import { defineEvent } from './define-event.ts';

export const handler = defineEvent('start-import', startImportContainer(), readStartEvent, handleStartEvent);
