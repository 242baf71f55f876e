import * as z from 'zod';
import type { ApiClient } from './client.ts';
import { MappingSchema } from './definitions.ts';
import { ValueExampleSchema } from './preview.ts';

const ProposalSchema = z.looseObject({
  prefix: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  header: z.boolean(),
  recordsRead: z.number(),
  recordsUnreadable: z.number(),
  recordsRejected: z.number(),
  draft: z.looseObject({
    name: z.string(),
    defaultCountry: z.string(),
    fields: z.array(
      z.looseObject({
        code: z.string(),
        label: z.string(),
        type: z.string(),
        maxLength: z.number(),
        listValues: z.array(z.string()),
        flags: z.looseObject({ search: z.boolean() }),
      }),
    ),
  }),
  customerId: z.looseObject({ column: z.number().nullable(), reason: z.string() }),
  columns: z.array(
    z.looseObject({
      position: z.number(),
      name: z.string().optional(),
      field: z.string().nullable(),
      reasons: z.looseObject({ type: z.string() }).optional(),
      contradictingCount: z.number(),
      contradicting: z.array(ValueExampleSchema),
      dateForms: z.array(z.looseObject({ form: z.string() })),
      dateForm: z.enum(['day-first', 'month-first']).optional(),
      samples: z.array(z.string()),
    }),
  ),
  warnings: z.array(
    z.looseObject({ code: z.string(), detail: z.string(), examples: z.array(ValueExampleSchema).optional() }),
  ),
  options: z.record(z.string(), z.unknown()),
  mapping: MappingSchema,
});
export type Proposal = z.infer<typeof ProposalSchema>;

/** The beginning of a file, or a file in the bucket. */
export interface ProposalRequest {
  readonly fileName?: string;
  readonly defaultCountry: string;
  readonly options?: object;
  /** What a person has changed in an earlier proposal. */
  readonly choices?: { readonly columns: readonly object[]; readonly customerId?: number | null };
  readonly key?: string;
  /** Base64. */
  readonly head?: string;
  /** Of the whole file. */
  readonly bytes?: number;
}

const accountPath = (account: string): string => `/accounts/${encodeURIComponent(account)}`;

export async function proposeTable(api: ApiClient, account: string, body: ProposalRequest): Promise<Proposal> {
  const path = `${accountPath(account)}/crm-table-proposals`;
  return (await api.send({ method: 'POST', path, body, answer: ProposalSchema })).body;
}

const AnySchema = z.looseObject({});

/** Creates the proposed CRM table with its whole draft, and publishes it. */
export async function publishProposal(api: ApiClient, account: string, { prefix, draft }: Proposal): Promise<void> {
  const tables = `${accountPath(account)}/crm-tables`;
  const created = await api.send({ method: 'POST', path: tables, body: { prefix, ...draft }, answer: AnySchema });
  const path = `${tables}/${encodeURIComponent(prefix)}/publish`;
  await api.send({ method: 'POST', path, ...onState(created), answer: AnySchema });
}

const onState = ({ etag }: { readonly etag: string | undefined }) => (etag === undefined ? {} : { ifMatch: etag });
