import { CUSTOMER_ID_CODE, type PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions, Mapping } from '../../../definitions/index.ts';
import { highestPosition } from './map-columns.ts';

/** The inputs of a layout besides the file. */
export interface LayoutChoices {
  readonly table: PublishedTable;
  readonly options: ImportOptions;
  readonly mapping: Mapping;
}

/** The field that each column of a file without header row and mapping feeds. */
export function expectedCodes({ table, options, mapping }: LayoutChoices): Array<string | undefined> {
  if (mapping.length > 0) return new Array<undefined>(highestPosition(mapping)).fill(undefined);
  const codes = table.fields.map(({ code }) => code);
  return options.customerId === 'none' ? codes.filter((code) => code !== CUSTOMER_ID_CODE) : codes;
}
