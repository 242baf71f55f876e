import * as z from 'zod';
import { FieldSchema } from '../../../crm-tables/index.ts';
import { DateFormSchema } from '../../../definitions/index.ts';

const PositionSchema = z.int().min(1).max(1_000).meta({ description: 'The position of the column, counted from 1.' });

const ColumnChoiceSchema = z
  .strictObject({
    column: PositionSchema,
    leaveOut: z.boolean().optional().meta({ description: 'Whether the table has no field for the column.' }),
    label: FieldSchema.shape.label.optional().meta({
      description: 'Stays as it is; another column with this label gets a number.',
    }),
    code: FieldSchema.shape.code.optional().meta({
      description: 'Of a standard field, or P021 to P084; another column with this code gets the next custom one.',
    }),
    type: FieldSchema.shape.type.optional(),
    dateForm: DateFormSchema.optional().meta({
      description:
        'Makes dates such as `03/04/2026` a date field, if the form is one of `dateForms` of the column; an import rejects values that are no dates in it.',
    }),
    maxLength: FieldSchema.shape.maxLength.optional().meta({
      description: 'In code points; the Customer ID keeps its own.',
    }),
    listValues: FieldSchema.shape.listValues.optional().meta({
      description: 'The choices of a list; of no effect for other types.',
    }),
    search: z.boolean().optional().meta({ description: 'Whether agents can search for customers by the field.' }),
  })
  .meta({ id: 'ColumnChoice' });
export type ColumnChoice = z.infer<typeof ColumnChoiceSchema>;

/** What a person has changed in a proposal. Everything else is proposed as before. */
export const TableChoicesSchema = z
  .strictObject({
    customerId: PositionSchema.nullable().optional().meta({
      description: 'The column of the Customer ID; null to have Customer IDs generated.',
    }),
    columns: z.array(ColumnChoiceSchema).max(1_000).default([]),
  })
  .meta({ id: 'CrmTableChoices' });
export type TableChoices = z.infer<typeof TableChoicesSchema>;

/** The choices for the columns, by position from 0. */
export type ColumnChoices = ReadonlyMap<number, ColumnChoice>;

export const columnChoices = ({ columns }: TableChoices): ColumnChoices =>
  new Map(columns.map((choice) => [choice.column - 1, choice]));
