import * as z from 'zod';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { ImportPathSchema, ImportResourceSchema, importResource } from '../resource.ts';
import { type CancelPorts, cancelImport } from '../use-cases/lifecycle/cancel-import.ts';
import { type ConfirmPorts, confirmImport } from '../use-cases/lifecycle/confirm-import.ts';
import { type ReadPorts, readImport } from '../use-cases/lifecycle/read-import.ts';
import { type ResumePorts, resumeImport } from '../use-cases/lifecycle/resume-import.ts';
import { onImport } from './on-import.ts';

export type LifecycleServices = ReadPorts & CancelPorts & ResumePorts & ConfirmPorts;

const define = routesOf<LifecycleServices>();

interface Change<B extends z.ZodType> {
  readonly verb: 'cancel' | 'resume' | 'confirm';
  readonly summary: string;
  readonly description: string;
  readonly body: B;
  readonly change: (
    services: LifecycleServices,
    importId: string,
    body: z.infer<B>,
    origin: RequestOrigin,
  ) => Promise<void>;
}

const ResumptionSchema = z
  .strictObject({
    over: ImportPathSchema.shape.importId.optional().meta({
      description:
        'The newer import that `import.superseded` names: the import is resumed although records of both files may then be mixed.',
    }),
  })
  .meta({ id: 'Resumption' })
  .optional();

/** Without idempotency keys: the second of two equal requests finds the result of the first, and returns it. */
const changing = <B extends z.ZodType>({
  verb,
  summary,
  description,
  body,
  change,
}: Change<B>): Route<LifecycleServices> =>
  define({
    method: 'POST',
    path: `/imports/{importId}/${verb}`,
    operationId: `${verb}Import`,
    tag: 'Imports',
    summary,
    access: onImport('customers.import'),
    request: { params: ImportPathSchema, query: NOTHING, body },
    idempotency: 'none',
    response: { status: 200, description, body: ImportResourceSchema },
    problems: [404, 409],
    handle: async (services, request) => {
      const { params, body: given } = request;
      await change(services, params.importId, given, request);
      return { status: 200, body: importResource(await readImport(services, params.importId)) };
    },
  });

export const lifecycleRoutes: readonly Route<LifecycleServices>[] = [
  changing({
    verb: 'cancel',
    summary: 'Cancel an import. One that runs stops by itself soon after; what it has written stays.',
    description: 'The import: cancelled, or about to be (`cancelRequestedAt`).',
    body: NO_BODY,
    change: (services, importId, _, origin) => cancelImport(services, importId, origin),
  }),
  changing({
    verb: 'resume',
    summary:
      'Go on with a failed or cancelled import where it stopped. Rejected with `import.superseded` when a newer import of its CRM table has run, unless the body names that import.',
    description: 'The import, in the queue of its CRM table again.',
    body: ResumptionSchema,
    change: (services, importId, body, origin) => resumeImport(services, importId, body?.over, origin),
  }),
  changing({
    verb: 'confirm',
    summary: 'Let an import go that waits because of its estimated cost.',
    description: 'The import, in the queue of its CRM table.',
    body: NO_BODY,
    change: (services, importId, _, origin) => confirmImport(services, importId, origin),
  }),
];
