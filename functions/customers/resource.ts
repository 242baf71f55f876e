import * as z from 'zod';
import { FieldCodeSchema } from '../crm-tables/index.ts';
import { pageSchema } from '../shared/http/pagination.ts';
import type { ShownCustomer, ShownHit } from './domain/customer-view.ts';
import { FieldChangeSchema, HistoryEventSchema } from './domain/history-event.ts';
import type { Problem } from './domain/prepared-customer.ts';
import type { TimelineEntry } from './domain/timeline.ts';
import type { ShownImportedChange } from './use-cases/get-imported-change.ts';

const CustomerSchema = z.strictObject({
  prefix: z.string().meta({ description: 'Of the CRM table.', example: 'VOUCIM' }),
  customerId: z.string().meta({ example: 'VOUCIM_10001' }),
  values: z.record(z.string(), z.string()).meta({
    description: 'By field code, as typed. A field without a value, or that your roles hide, is left out.',
    example: { P011: 'Example' },
  }),
  isVip: z.boolean().optional().meta({
    description: 'Whether the VIP field says yes. Absent if the table has none, or your roles hide it.',
  }),
});

export const CustomerResourceSchema = CustomerSchema.meta({ id: 'Customer' });

const ValueWarningSchema = z
  .strictObject({
    field: z.string().optional().meta({ description: 'Code of the field.', example: 'P012' }),
    code: z.string().meta({ example: 'value.unparsed-telephone' }),
  })
  .meta({ id: 'ValueWarning' });

const warnings = z.array(ValueWarningSchema).meta({
  description: 'Doubts about values that were stored, with the codes of the warnings of an import.',
});

/** Without values: the answer of a creation is stored for repetitions. */
export const CreatedCustomerSchema = CustomerSchema.pick({ prefix: true, customerId: true })
  .extend({ warnings })
  .meta({ id: 'CreatedCustomer' });

export const UpdatedCustomerSchema = CustomerSchema.extend({ warnings }).meta({ id: 'UpdatedCustomer' });

const PersonChangeSchema = HistoryEventSchema.omit({ version: true }).meta({
  id: 'CustomerHistoryEvent',
});

const ImportLineSchema = z
  .strictObject({
    kind: z.literal('imported'),
    importId: z.string().meta({ example: '20261122T110225Z-9f86d081884c' }),
    at: z.iso.datetime().optional().meta({ description: 'When the import started; absent if nothing says it.' }),
    isCreation: z.boolean().meta({ description: 'Whether the import created the customer.' }),
  })
  .meta({ id: 'CustomerImportLine' });

export const HistoryPageSchema = pageSchema(
  z.union([PersonChangeSchema, ImportLineSchema]).meta({ id: 'CustomerHistoryEntry' }),
);

export const ImportedChangeSchema = z
  .strictObject({
    importId: ImportLineSchema.shape.importId,
    fileName: z.string().meta({ description: 'Of the imported file.', example: 'VoucherID.csv' }),
    startedAt: z.iso.datetime().optional(),
    requestedBy: z.string().optional().meta({
      description: 'The id of the user who started the import; absent for an upload or a schedule.',
    }),
    state: z.enum(['complete', 'pending', 'missing', 'created']).meta({
      description:
        '`pending`: the import has not written its files yet. `missing`: the values are gone, or were never written. `created`: the import created the customer, so there are no old values.',
    }),
    changes: z.array(FieldChangeSchema).meta({
      description: 'The fields that it changed, by their codes. Fields that your roles hide are left out.',
    }),
  })
  .meta({ id: 'CustomerImportedChange' });

export function timelineEntry(entry: TimelineEntry): z.infer<typeof HistoryPageSchema>['items'][number] {
  if ('event' in entry) {
    const { version: _, ...event } = entry.event;
    return event;
  }
  const { importId, at, isCreation } = entry.line;
  return { kind: 'imported', importId, ...(at !== undefined && { at }), isCreation };
}

export function importedChangeResource({
  startedAt,
  requestedBy,
  changes,
  ...shown
}: ShownImportedChange): z.infer<typeof ImportedChangeSchema> {
  return {
    ...shown,
    ...(startedAt !== undefined && { startedAt }),
    ...(requestedBy !== undefined && { requestedBy }),
    changes: [...changes],
  };
}

export const SearchPageSchema = z
  .strictObject({
    items: z.array(
      CustomerSchema.extend({
        matched: z.array(FieldCodeSchema).meta({ description: 'Codes of the fields by which the customer was found.' }),
      }).meta({ id: 'CustomerHit' }),
    ),
    nextCursor: z.string().optional().meta({
      description: 'The `cursor` of the next page, for you alone and for 15 minutes; absent on the last page.',
    }),
  })
  .meta({ id: 'CustomerHitPage' });

export const warningsOf = (found: readonly Problem[]): z.infer<typeof warnings> =>
  found.map(({ fieldCode, code }) => ({ ...(fieldCode !== undefined && { field: fieldCode }), code }));

export function customerResource({ prefix, customerId, values, isVip }: ShownCustomer): z.infer<typeof CustomerSchema> {
  return { prefix, customerId, values: { ...values }, ...(isVip !== undefined && { isVip }) };
}

export const hitResource = (hit: ShownHit) => ({ ...customerResource(hit), matched: [...hit.matched] });
