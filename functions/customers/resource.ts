import * as z from 'zod';
import { FieldCodeSchema } from '../crm-tables/index.ts';
import type { ShownCustomer, ShownHit } from './domain/customer-view.ts';
import { HistoryEventSchema } from './domain/history-event.ts';
import type { Problem } from './domain/prepared-customer.ts';

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

export const HistoryEventResourceSchema = HistoryEventSchema.omit({ version: true }).meta({
  id: 'CustomerHistoryEvent',
});

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
