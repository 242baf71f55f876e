import * as z from 'zod';
import { FieldCodeSchema } from '../crm-tables/index.ts';
import { WAYS } from '../search/index.ts';
import { pageSchema } from '../shared/http/pagination.ts';
import {
  DocumentChangeEntrySchema,
  DocumentEntrySchema,
  documentChangeEntry,
  documentEntry,
} from './document-resource.ts';
import type { ShownCustomer, ShownHit } from './domain/customer-view.ts';
import { isDocumentEvent } from './domain/document-event.ts';
import { FieldChangeSchema, HistoryEventSchema, isChange } from './domain/history-event.ts';
import type { Problem } from './domain/prepared-customer.ts';
import type { TimelineEntry } from './domain/timeline.ts';
import { NoteChangeEntrySchema, NoteEntrySchema, noteChangeEntry, noteEntry } from './note-resource.ts';
import type { ShownImportedChange } from './use-cases/get-imported-change.ts';
import type { HitGroup } from './use-cases/search-tables.ts';

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

const HistoryEntrySchema = z
  .union([
    PersonChangeSchema,
    ImportLineSchema,
    NoteEntrySchema,
    NoteChangeEntrySchema,
    DocumentEntrySchema,
    DocumentChangeEntrySchema,
  ])
  .meta({ id: 'CustomerHistoryEntry' });

export const HistoryPageSchema = pageSchema(HistoryEntrySchema);

export const FoundHistorySchema = HistoryPageSchema.extend({
  searchedTo: z.iso.datetime().optional().meta({
    description: 'The time back to which the history was searched; absent if all of it was.',
  }),
}).meta({ id: 'FoundHistoryPage', description: 'The entries of a part of a history that match.' });

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
    const { event } = entry;
    if (event.kind === 'note') return noteEntry(event);
    if (event.kind === 'document') return documentEntry(event);
    if (isDocumentEvent(event)) return documentChangeEntry(event);
    if (!isChange(event)) return noteChangeEntry(event);
    const { version: _, ...change } = event;
    return change;
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

const MatchSchema = z
  .strictObject({
    field: FieldCodeSchema.meta({ description: 'Code of the field; `P008` for the Customer ID.', example: 'P011' }),
    label: z.string().meta({ description: 'What people call the field.', example: 'Last name' }),
    how: z.enum(WAYS).meta({
      description:
        'By the whole value, by a whole word of it, by the beginning of the value or of a word, or by the last digits of a telephone number.',
    }),
  })
  .meta({ id: 'CustomerMatch' });

const HitSchema = CustomerSchema.extend({
  matched: z.array(MatchSchema).meta({ description: 'The fields by which the customer was found, in column order.' }),
}).meta({ id: 'CustomerHit' });

export const HitGroupsSchema = z
  .strictObject({
    groups: z
      .array(
        z
          .strictObject({
            prefix: z.string().meta({ description: 'Of the CRM table.', example: 'VOUCIM' }),
            name: z.string().meta({ description: 'Of the CRM table.', example: 'City Breaks vouchers' }),
            items: z.array(HitSchema).meta({ description: 'The best first.' }),
            hasMore: z.boolean().meta({
              description: 'Whether the table has further hits: a search in this table alone has pages.',
            }),
            isTooBroad: z.boolean().meta({
              description: 'Whether a word of the text is too common in this table. `items` is then empty.',
            }),
          })
          .meta({ id: 'CustomerHitGroup' }),
      )
      .meta({ description: 'One for each CRM table with hits, that with the best hit first.' }),
  })
  .meta({ id: 'CustomerHitGroups' });

export const SearchPageSchema = z
  .strictObject({
    items: z.array(HitSchema).meta({ description: 'The best of the page first.' }),
    preparing: z.array(FieldCodeSchema).meta({
      description:
        'Codes of fields that became searchable a short time ago: customers may be missing until their values are indexed.',
    }),
    commonWord: z.string().optional().meta({
      description:
        'A word that so many customers have got since the index was written that not all were compared: more may match. Add another word.',
      example: 'smith',
    }),
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

export const hitResource = (hit: ShownHit): z.infer<typeof HitSchema> => ({
  ...customerResource(hit),
  matched: hit.matched.map(({ field, label, how }) => ({ field, label, how })),
});

export const groupResource = ({ items, ...group }: HitGroup) => ({ ...group, items: items.map(hitResource) });
