import * as z from 'zod';
import type { AuditLog } from '../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../shared/domain/caller.ts';
import { TablePrefixSchema } from '../shared/domain/crm-table-names.ts';
import { DomainError } from '../shared/domain/errors.ts';
import { onAccount } from '../shared/http/access.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { ID_POSITION, PageQuerySchema, pageBody, pageRequest, pageSchema } from '../shared/http/pagination.ts';
import { AccountPathSchema } from '../shared/http/path-parameters.ts';
import { NO_BODY, NOTHING, ofFeature, routesOf } from '../shared/http/route.ts';
import { BlockerSchema, type Job, JobSchema } from './domain/job.ts';
import { type OrderPorts, orderDeletion, previewDeletion } from './use-cases/delete-tables/order-deletion.ts';
import { type OrderErasurePorts, orderErasure } from './use-cases/erase-customer/order-erasure.ts';

export interface MaintenanceServices extends OrderPorts, OrderErasurePorts {
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

const define = routesOf<MaintenanceServices>();

/** The transaction that closes them has three items for each, the job and the audit entry: 32 of 100. */
const MOST_TABLES = 10;

const prefixes = z
  .array(TablePrefixSchema)
  .min(1)
  .max(MOST_TABLES)
  .overwrite((given) => [...new Set(given)]);

const DeletionOrderSchema = z
  .strictObject({
    prefixes: prefixes.meta({ description: 'Of the CRM tables.', example: ['VOUCIM'] }),
  })
  .meta({ id: 'TableDeletionOrder' });

/** Longer ones are no value that names a person. */
const LONGEST_VALUE = 200;
const MOST_VALUES = 20;

const ErasureOrderSchema = z
  .strictObject({
    prefix: TablePrefixSchema.meta({ description: 'Of the CRM table.', example: 'VOUCIM' }),
    customerId: z.string().min(1).max(256).meta({ example: 'VOUCIM_1' }),
    isAbsent: z.boolean().default(false).meta({
      description: 'Confirms that there is no customer with the Customer ID any more: only files are searched for it.',
    }),
    values: z
      .array(z.string().min(4).max(LONGEST_VALUE))
      .max(MOST_VALUES)
      .default([])
      .meta({
        description:
          'Further values by which files are searched, as they were typed: telephone numbers, e-mail addresses, names. A record of a file that holds one of them, or the Customer ID, is removed.',
        example: ['amelia@example.com'],
      }),
  })
  .meta({ id: 'ErasureOrder' });

const PreviewQuerySchema = z.strictObject({
  prefixes: z
    .string()
    .max(100)
    .transform((text) => text.split(','))
    .pipe(prefixes)
    .meta({ description: 'Of the CRM tables, separated by commas.', example: 'VOUCIM,OUTBND' }),
});

const count = z.int().min(0);

const TableContentsSchema = z
  .strictObject({
    prefix: z.string(),
    name: z.string(),
    customers: count.meta({
      description: 'By the counters of imports; the certificate of the deletion has the exact number.',
    }),
    ...{ imports: count, definitions: count, schedules: count, versions: count },
    ...{ filters: count, exports: count, exportDefinitions: count },
  })
  .meta({ id: 'CrmTableContents' });

const PreviewSchema = z
  .strictObject({
    tables: z.array(TableContentsSchema),
    blockers: z.array(BlockerSchema).meta({ description: 'The deletion is rejected while there is one.' }),
  })
  .meta({ id: 'TableDeletionPreview' });

const JobPathSchema = AccountPathSchema.extend({
  jobId: z
    .string()
    .regex(ID_POSITION)
    .meta({ description: 'The id of a maintenance job.', example: '019ad5f3c0a10123456789abcdef' }),
});

const ACCOUNT = '/accounts/{accountPrefix}';
const JOBS = `${ACCOUNT}/maintenance-jobs`;
const tag = 'Maintenance';
const access = onAccount('maintenance.run');

const addressOf = ({ accountPrefix, jobId }: Job): string => `/accounts/${accountPrefix}/maintenance-jobs/${jobId}`;

export const routes = ofFeature<MaintenanceServices>('crm', [
  define({
    method: 'GET',
    path: `${ACCOUNT}/table-deletion-preview`,
    operationId: 'previewTableDeletion',
    tag,
    summary: 'What deleting CRM tables would delete, and what stands in its way.',
    access,
    request: { params: AccountPathSchema, query: PreviewQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'Contents and blockers.', body: PreviewSchema },
    problems: [404],
    handle: async (services, { params, query }) => ({
      status: 200,
      body: await previewDeletion(services, params.accountPrefix, query.prefixes),
    }),
  }),
  define({
    method: 'POST',
    path: `${ACCOUNT}/table-deletions`,
    operationId: 'deleteCrmTables',
    tag,
    summary:
      'Delete CRM tables with everything that belongs to them: customers, histories, imports with their files, definitions, schedules. A job does it; nothing brings them back.',
    access,
    request: { params: AccountPathSchema, query: NOTHING, body: DeletionOrderSchema },
    response: {
      status: 202,
      description: 'The job. From now on every other request answers 404 for the CRM tables.',
      body: JobSchema,
      hasLocation: true,
    },
    problems: [404, 409],
    handle: async (services, request) => {
      const job = await orderDeletion(services, request.params.accountPrefix, request.body.prefixes, request);
      return { status: 202, body: job, location: addressOf(job) };
    },
  }),
  define({
    method: 'POST',
    path: `${ACCOUNT}/erasures`,
    operationId: 'eraseCustomer',
    tag,
    summary:
      'Erase a customer, for data protection: the record, the history with its values, notes, documents, the search index, and every record of a file of an import that names the person. A job does it; nothing brings it back.',
    access: onAccount('customers.erase'),
    request: { params: AccountPathSchema, query: NOTHING, body: ErasureOrderSchema },
    response: { status: 202, description: 'The job.', body: JobSchema, hasLocation: true },
    problems: [404, 409],
    handle: async (services, request) => {
      const job = await orderErasure(services, request.params.accountPrefix, request.body, request);
      return { status: 202, body: job, location: addressOf(job) };
    },
  }),
  define({
    method: 'GET',
    path: JOBS,
    operationId: 'listMaintenanceJobs',
    tag,
    summary: 'List the maintenance jobs of an account, the newest first. A job that has ended is its certificate.',
    access,
    request: { params: AccountPathSchema, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of jobs.', body: pageSchema(JobSchema) },
    problems: [404],
    handle: async (services, { params: { accountPrefix }, query }) => {
      const list = { name: `maintenance-jobs/${accountPrefix}`, position: ID_POSITION };
      const page = await services.jobs.list(accountPrefix, pageRequest(list, query));
      return { status: 200, body: pageBody(list, page) };
    },
  }),
  define({
    method: 'GET',
    path: `${JOBS}/{jobId}`,
    operationId: 'getMaintenanceJob',
    tag,
    summary: 'Read a maintenance job: how far it is, and when it has ended its certificate.',
    access,
    request: { params: JobPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The job.', body: JobSchema },
    problems: [404],
    handle: async (services, { params: { accountPrefix, jobId } }) => {
      const job = await services.jobs.find(accountPrefix, jobId);
      if (job) return { status: 200, body: job };
      throw new DomainError('not-found', 'maintenance-job.not-found', `Account ${accountPrefix} has no job ${jobId}.`);
    },
  }),
]);
