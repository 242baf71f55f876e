import { assignCodes, CUSTOMER_ID_CODE, type PublishedTable } from '../../../crm-tables/index.ts';
import type { CodeChoice } from './code-choice.ts';
import type { CustomerIdChoice } from './customer-id.ts';
import type { FileColumn } from './file-columns.ts';
import { recogniseCodes } from './standard-codes.ts';

/** The code for each column by its position from 0; a column is missing where all codes are used. */
export function chooseCodes(
  columns: readonly FileColumn[],
  customerId: CustomerIdChoice,
  reference: PublishedTable,
): Map<number, CodeChoice> {
  const known = new Map(recogniseCodes(columns, customerId.position, reference));
  if (customerId.position !== undefined) {
    known.set(customerId.position, { code: CUSTOMER_ID_CODE, reason: customerId.reason });
  }
  const codes = assignCodes(
    columns.map(({ position }) => ({ code: known.get(position)?.code })),
    [],
  );
  return new Map(
    columns.flatMap(({ position, name }, at) => {
      const code = codes[at];
      if (code === undefined) return [];
      const reason = known.get(position)?.reason ?? (name === undefined ? NO_NAME : NO_STANDARD_FIELD);
      return [[position, { code, reason }]];
    }),
  );
}

const NO_STANDARD_FIELD = 'A custom field: the name of the column means no standard field that is free.';
const NO_NAME = 'A custom field: the file has no header row, and the values do not tell a standard field.';
