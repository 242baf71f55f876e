import type { Context } from 'aws-lambda';
import { defineEvent } from '../../shared/steps/define-event.ts';
import { startExportContainer } from '../container.ts';
import { ExportFiringSchema } from '../domain/export-run.ts';
import { startScheduledExport } from '../use-cases/start-scheduled-export.ts';

const services = startExportContainer();

/** Starts the export of a schedule whose time has come. */
export const handler = (event: unknown, context: Pick<Context, 'awsRequestId'>) =>
  defineEvent(
    'start-export',
    services,
    (given) => ExportFiringSchema.parse(given),
    (ports, firing) => startScheduledExport(ports, firing, context.awsRequestId),
  )(event, context);
