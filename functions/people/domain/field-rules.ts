import * as z from 'zod';
import type { FieldRules } from '../../shared/domain/caller.ts';
import { CUSTOMER_ID_CODE, FieldCodeSchema, TablePrefixSchema } from '../../shared/domain/crm-table-names.ts';

/** Keeps the item of a role far below DynamoDB's limit; a role is read about once a minute. */
const MOST_TABLES = 50;
/** Thirteen standard and 64 custom fields. */
const MOST_FIELDS = 77;

const CodesSchema = z
  .array(FieldCodeSchema)
  .max(MOST_FIELDS)
  .overwrite((codes) => [...new Set(codes)].sort());

/** The rules of a role for one CRM table. Rules for a table or a field that does not exist have no effect. */
export const FieldRulesSchema = z
  .strictObject({
    prefix: TablePrefixSchema.meta({ description: 'The CRM table.', example: 'VOUCIM' }),
    hidden: CodesSchema.refine((codes) => !codes.includes(CUSTOMER_ID_CODE), {
      message: 'The Customer ID cannot be hidden: it is in the address of every customer.',
    }).meta({ description: 'Codes of the fields that the role does not show.', example: ['P012'] }),
    readOnly: CodesSchema.meta({
      description: 'Codes of the fields that the role shows and does not change.',
      example: ['P019'],
    }),
  })
  .meta({ id: 'FieldRules' });

export const AllFieldRulesSchema = z
  .array(FieldRulesSchema)
  .max(MOST_TABLES)
  .refine((rules) => new Set(rules.map(({ prefix }) => prefix)).size === rules.length, {
    message: 'A CRM table is listed twice. List its fields together.',
  })
  .meta({ description: 'What the role takes away from its permissions, by CRM table.' });

/** One form of the same rules: by table, without tables that have no rule. A hidden field is not also read-only. */
export function tidyFieldRules(rules: readonly FieldRules[]): z.infer<typeof AllFieldRulesSchema> {
  return rules
    .map(({ prefix, hidden, readOnly }) => ({
      prefix,
      hidden: [...hidden],
      readOnly: readOnly.filter((code) => !hidden.includes(code)),
    }))
    .filter(({ hidden, readOnly }) => hidden.length + readOnly.length > 0)
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}
