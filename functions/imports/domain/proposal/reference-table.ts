import { type PublishedTable, STANDARD_FIELDS, VIP_FIELD } from '../../../crm-tables/index.ts';

/**
 * A CRM table of the standard fields alone. A file without a table is compared with it, so that the same names and
 * values are recognised as in the preview of an import.
 */
export function referenceTable(defaultCountry: string): PublishedTable {
  return {
    prefix: '',
    accountPrefix: '',
    version: 1,
    name: '',
    defaultCountry,
    shardCount: 1,
    tabs: [],
    fields: [...STANDARD_FIELDS, VIP_FIELD],
    publishedAt: new Date(0).toISOString(),
  };
}
