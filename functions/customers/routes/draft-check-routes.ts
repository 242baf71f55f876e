import * as z from 'zod';
import { onCrmTable } from '../../crm-tables/index.ts';
import { NO_BODY, NOTHING, type Route } from '../../shared/http/route.ts';
import { checkDraft } from '../use-cases/check-draft.ts';
import { type CustomerServices, define, TablePathSchema, tag } from './common.ts';

const DraftFindingSchema = z
  .strictObject({
    field: z.string().meta({ description: 'Code of the field.', example: 'P018' }),
    label: z.string().meta({ description: 'Of the field in the draft.', example: 'Postcode' }),
    code: z.string().meta({ description: 'Of the reason, as in an import.', example: 'value.too-long' }),
    customers: z.int().min(1),
  })
  .meta({ id: 'DraftFinding' });

const DraftCheckSchema = z
  .strictObject({
    checked: z.int().min(0).meta({ description: 'The number of customers that were checked, at most about 2,000.' }),
    rejected: z.int().min(0).meta({ description: 'How many of them have a value that the draft rejects.' }),
    isWhole: z.boolean().meta({ description: 'Whether all customers of the CRM table were checked.' }),
    hiddenFields: z.int().min(0).meta({
      description: 'The number of fields that were not checked, because your roles hide them.',
    }),
    findings: z.array(DraftFindingSchema).meta({
      description: 'By field and reason, the commonest first. A customer counts once for each of its reasons.',
    }),
  })
  .meta({ id: 'DraftCheck' });

export const draftCheckRoutes: readonly Route<CustomerServices>[] = [
  define({
    method: 'GET',
    path: '/crm-tables/{prefix}/draft-check',
    operationId: 'checkCrmTableDraft',
    tag,
    summary:
      'Count the stored customers that the draft of a CRM table rejects: an import or a form with their values fails after its publication.',
    access: onCrmTable('crm-tables.publish', 'params'),
    request: { params: TablePathSchema, query: NOTHING, body: NO_BODY },
    response: {
      status: 200,
      description: 'The counts. Only fields that you see as a reader of customers are checked.',
      body: DraftCheckSchema,
    },
    problems: [404, 409],
    handle: async (services, { params, caller }) => {
      const { findings, ...counts } = await checkDraft(services, params.prefix, caller);
      return { status: 200, body: { ...counts, findings: [...findings] } };
    },
  }),
];
