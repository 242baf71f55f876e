import * as z from 'zod';
import { FieldCodeSchema } from '../../crm-tables/index.ts';
import { DelimiterSchema, EncodingSchema } from '../../definitions/index.ts';

const MOST_FIELDS = 1_000;
const idSchema = z.string().min(1).max(100);

/** What an export contains, and how its file is written. */
export const ExportOptionsSchema = z
  .strictObject({
    kind: z.enum(['customers', 'edits']).default('customers').meta({
      description:
        '`edits`: what people have changed, one line a field: time, Customer ID, person, field, old and new value.',
    }),
    fields: z.array(FieldCodeSchema).min(1).max(MOST_FIELDS).optional().meta({
      description:
        'Codes in the order of the columns; the Customer ID is P008. Left out: every field that your roles show, in the order of the CRM table.',
    }),
    headings: z.boolean().default(true).meta({ description: 'Whether the first line has the labels of the fields.' }),
    delimiter: DelimiterSchema.default(','),
    encoding: EncodingSchema.default('utf-8'),
    byteOrderMark: z.boolean().default(false).meta({
      description: 'Whether the file begins with a byte-order mark; Windows-1252 has none.',
    }),
    formulaSafe: z.boolean().default(false).meta({
      description:
        'Whether a cell that begins with = + - @ tab or carriage return gets a leading apostrophe, so that no spreadsheet runs it.',
    }),
    filterId: idSchema.optional().meta({ description: 'A saved filter: only the customers that fulfil it.' }),
    since: z
      .union([z.iso.datetime(), z.literal('last-export')])
      .optional()
      .meta({
        description:
          'Only customers created or changed since a time, or since the last export of the same export definition; for edits, only those since. A customer may be included although it changed up to a minute before.',
      }),
    by: idSchema.optional().meta({ description: 'Of an export of edits: the id of the person.' }),
  })
  .meta({ id: 'ExportOptions' });
export type ExportOptions = z.infer<typeof ExportOptionsSchema>;
