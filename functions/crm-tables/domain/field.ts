import * as z from 'zod';
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

/** Field types whose values can be indexed, and so carry the Search flag. */
export const SEARCHABLE_TYPES: readonly FieldType[] = ['text', 'telephone', 'email', 'number', 'date'];

/** The longest value of any field, in code points (see the import contract's failed records). */
const LONGEST_VALUE = 32_000;

export const FieldTypeSchema = z.enum(FIELD_TYPES);
export type FieldType = z.infer<typeof FieldTypeSchema>;

/** What an agent may do with a field, and where it shows; the manual's four ticks. */
const FieldFlagsSchema = z.strictObject({
  search: z.boolean(),
  insert: z.boolean(),
  modify: z.boolean(),
  result: z.boolean(),
});

/** One field of a CRM table. Values are stored as the text that was typed. */
export const FieldSchema = z
  .strictObject({
    /** `P` and three digits; names the field in files, logs and items, and is never reused. */
    code: z.string().regex(/^P\d{3}$/, 'A field code is P and three digits, for example P018.'),
    label: lineOfText(100),
    type: FieldTypeSchema,
    /** In code points. */
    maxLength: z.int().min(1).max(LONGEST_VALUE),
    required: z.boolean(),
    /** Choices of a `list` or `multi-list`; empty for every other type. */
    listValues: z.array(z.string().min(1).max(200)).max(500),
    /** A strict telephone or e-mail field refuses a value that cannot be parsed, instead of warning. */
    strict: z.boolean(),
    flags: FieldFlagsSchema,
    /** The heading under which the field stands: the `id` of one of the table's tabs. */
    tab: z.string().min(1).max(40),
  })
  .meta({ id: 'Field' });
export type Field = z.infer<typeof FieldSchema>;
