import * as z from 'zod';
import type { PublishedTable } from '../crm-tables/index.ts';
import { type Filter, FilterSchema, fieldsOf } from './domain/filter.ts';

const WarningSchema = z
  .strictObject({
    code: z.literal('filter.field-removed').meta({ description: 'For a program; never changes.' }),
    field: z.string().meta({ description: 'Code of the field.', example: 'P031' }),
    detail: z.string().meta({ description: 'For a person.' }),
  })
  .meta({ id: 'FilterWarning' });

export const FilterResourceSchema = FilterSchema.extend({
  warnings: z.array(WarningSchema).meta({
    description: 'A filter with warnings can neither be counted nor exported by until its conditions are changed.',
  }),
}).meta({ id: 'Filter' });

/** A filter with a warning for each field that the CRM table no longer has. */
export function filterResource(filter: Filter, table: Pick<PublishedTable, 'prefix' | 'fields'>) {
  const codes = new Set(table.fields.map(({ code }) => code));
  const removed = [...fieldsOf(filter.all)].filter((code) => !codes.has(code));
  const warnings = removed.map((field) => ({
    code: 'filter.field-removed' as const,
    field,
    detail: `CRM table ${table.prefix} no longer has field ${field}. Remove its conditions.`,
  }));
  return { ...filter, warnings };
}
