import * as z from 'zod';
import { FieldCodeSchema } from '../../shared/domain/crm-table-names.ts';
import { lineOfText } from '../../shared/domain/text.ts';

const FIELD_TYPES = [
  'text',
  'number',
  'date',
  'time',
  'date-time',
  'yes-no',
  'list',
  'multi-list',
  'telephone',
  'email',
  'url',
  'currency',
  'notes',
] as const;

/** The longest value of any field, in code points (see the import contract's failed records). */
const LONGEST_VALUE = 32_000;

export const FieldTypeSchema = z.enum(FIELD_TYPES).meta({ id: 'FieldType' });
export type FieldType = z.infer<typeof FieldTypeSchema>;

/** The manual's four ticks: what an agent may do with a field, and where it is shown. */
const FieldFlagsSchema = z
  .strictObject({
    search: z.boolean().meta({ description: 'Agents can search for customers by it.' }),
    insert: z.boolean().meta({ description: 'It is on the form for a new customer.' }),
    modify: z.boolean().meta({ description: 'Agents can change it.' }),
    result: z.boolean().meta({ description: 'It is a column of the list of matches.' }),
  })
  .meta({ id: 'FieldFlags' });

/** A field of a CRM table. Values are stored as typed. */
export const FieldSchema = z
  .strictObject({
    code: FieldCodeSchema.meta({
      description: '`P` and three digits; names the field in files, logs and items, and is never reused.',
      example: 'P018',
    }),
    label: lineOfText(100).meta({ description: 'What people call it.', example: 'Postcode' }),
    type: FieldTypeSchema,
    maxLength: z.int().min(1).max(LONGEST_VALUE).meta({ description: 'In code points.', example: 8 }),
    required: z.boolean().meta({ description: 'Whether a record that leaves it blank is rejected.' }),
    listValues: z.array(z.string().min(1).max(200)).max(500).meta({
      description: 'Choices of a `list` or `multi-list`; empty for every other type.',
      example: [],
    }),
    strict: z.boolean().meta({
      description: 'Whether a telephone or e-mail field rejects a value that cannot be parsed, instead of warning.',
      example: false,
    }),
    flags: FieldFlagsSchema,
    tab: z.string().min(1).max(40).meta({
      description: 'The heading under which the field stands: the `id` of one of the tabs of the CRM table.',
      example: 'details',
    }),
  })
  .meta({ id: 'Field' });
export type Field = z.infer<typeof FieldSchema>;
