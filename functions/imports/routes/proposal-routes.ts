import * as z from 'zod';
import { DraftSchema, TablePrefixSchema } from '../../crm-tables/index.ts';
import { DateFormSchema, MappingSchema, OptionChoicesSchema } from '../../definitions/index.ts';
import { authorise, requireEveryField } from '../../shared/domain/authorise.ts';
import { onAccount } from '../../shared/http/access.ts';
import { AccountPathSchema } from '../../shared/http/path-parameters.ts';
import { NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { FileFormatSchema } from '../domain/layout/file-format.ts';
import { SkippedSchema } from '../domain/layout/opening.ts';
import { ValueExampleSchema } from '../domain/preview/value-examples.ts';
import { TableChoicesSchema } from '../domain/proposal/choices.ts';
import { type NamedProposal, type ProposalPorts, proposeCrmTable } from '../use-cases/preview/propose-table.ts';
import {
  fileOf,
  namesOneFile,
  ONE_FILE,
  PositionSchema,
  PreviewWarningSchema,
  previewedFile,
} from './preview-schemas.ts';

const ProposalRequestSchema = z
  .strictObject({
    ...previewedFile,
    fileName: z.string().min(1).max(1_000).optional(),
    defaultCountry: DraftSchema.shape.defaultCountry,
    options: OptionChoicesSchema.pick({
      encoding: true,
      compression: true,
      delimiter: true,
      header: true,
      skipLines: true,
      customerId: true,
    })
      .meta({ id: 'FileOptions' })
      .default({}),
    choices: TableChoicesSchema.default({ columns: [] }),
  })
  .refine(namesOneFile, ONE_FILE)
  .refine(({ head, fileName }) => head === undefined || fileName !== undefined, {
    path: ['fileName'],
    message: 'Send the name of the file with its beginning.',
  })
  .meta({ id: 'CrmTableProposalRequest' });

const FieldReasonsSchema = z
  .strictObject({ code: z.string(), type: z.string(), maxLength: z.string(), search: z.string() })
  .meta({ id: 'FieldReasons' });

const ProposedDateFormSchema = z
  .strictObject({
    form: DateFormSchema,
    contradictingCount: z.int().min(0),
    contradicting: z.array(ValueExampleSchema),
  })
  .meta({ id: 'ProposedDateForm' });

const ProposedColumnSchema = z
  .strictObject({
    position: PositionSchema,
    name: z.string().optional(),
    field: z.string().nullable(),
    reasons: FieldReasonsSchema.optional(),
    contradictingCount: z.int().min(0),
    contradicting: z.array(ValueExampleSchema),
    dateForms: z.array(ProposedDateFormSchema),
    dateForm: DateFormSchema.optional(),
    samples: z.array(z.string()),
  })
  .meta({ id: 'ProposedColumn' });

const ProposedCustomerIdSchema = z
  .strictObject({
    column: z.int().min(1).nullable(),
    reason: z.string(),
    contradicting: z.array(ValueExampleSchema),
  })
  .meta({ id: 'ProposedCustomerId' });

const ProposalSchema = FileFormatSchema.extend({
  prefix: TablePrefixSchema,
  draft: DraftSchema,
  customerId: ProposedCustomerIdSchema,
  columns: z.array(ProposedColumnSchema),
  recordsRead: z.int().min(1),
  recordsUnreadable: z.int().min(0),
  recordsRejected: z.int().min(0),
  skipped: z.array(SkippedSchema),
  rows: z.array(z.array(z.string())),
  warnings: z.array(PreviewWarningSchema),
  options: OptionChoicesSchema,
  mapping: MappingSchema,
}).meta({ id: 'CrmTableProposal' });

/** So long may the name of a column be that is shown. */
const LONGEST_NAME = 1_000;

function proposalBody({ fileFormat, columns, ...proposal }: NamedProposal): z.input<typeof ProposalSchema> {
  return {
    ...fileFormat,
    ...proposal,
    columns: columns.map(({ name, ...column }) => ({
      ...column,
      ...(name !== undefined && { name: name.slice(0, LONGEST_NAME) }),
      dateForms: [...column.dateForms],
      samples: [...column.samples],
    })),
  };
}

/** The CRM table whose folder holds a file: `VOUCIM` of `inbox/VOUCIM/a.csv`. */
const folderOf = (key: string): string => (key.split('/')[1] ?? '').toUpperCase();

const define = routesOf<ProposalPorts>();

export const proposalRoutes: readonly Route<ProposalPorts>[] = [
  define({
    method: 'POST',
    path: '/accounts/{accountPrefix}/crm-table-proposals',
    operationId: 'proposeCrmTable',
    tag: 'CRM tables',
    summary:
      'Propose a CRM table for the customers in a file: fields with their reasons, and values that contradict them. Stores nothing. For a file in the bucket the caller also needs `customers.import`.',
    access: onAccount('crm-tables.design'),
    request: { params: AccountPathSchema, query: NOTHING, body: ProposalRequestSchema },
    idempotency: 'none',
    isCostly: true,
    response: { status: 200, description: 'A table that accepts every record that was read.', body: ProposalSchema },
    problems: [404, 409],
    handle: async (services, { params: { accountPrefix }, body, caller }) => {
      const { fileName = '', defaultCountry, options, choices, key } = body;
      // Customers of a stored file are shown to those alone who may import it.
      if (key !== undefined) {
        authorise(caller, 'customers.import', { accountPrefix });
        requireEveryField(caller, 'customers.import', { accountPrefix, prefix: folderOf(key) });
      }
      const requested = {
        accountPrefix,
        defaultCountry,
        options,
        choices,
        fileName: fileName || (key ?? ''),
        file: fileOf(body),
      };
      return { status: 200, body: proposalBody(await proposeCrmTable(services, requested)) };
    },
  }),
];
