import { assignCodes, CUSTOMER_ID_CODE, type PublishedTable } from '../../../crm-tables/index.ts';
import type { ColumnChoices } from './choices.ts';
import type { CodeChoice } from './code-choice.ts';
import type { CustomerIdChoice } from './customer-id.ts';
import type { FileColumn } from './file-columns.ts';
import { recogniseCodes } from './standard-codes.ts';

/**
 * The code for each column by its position from 0; a column is missing where all codes are used, and where it is left
 * out. A column that is left out does not change the standard fields of the others.
 */
export function chooseCodes(
  columns: readonly FileColumn[],
  customerId: CustomerIdChoice,
  reference: PublishedTable,
  given: ColumnChoices,
): Map<number, CodeChoice> {
  const known = withGiven(recogniseCodes(columns, customerId.position, reference), given);
  if (customerId.position !== undefined) {
    known.set(customerId.position, { code: CUSTOMER_ID_CODE, reason: customerId.reason });
  }
  const kept = columns.filter(({ position }) => !given.get(position)?.leaveOut);
  const codes = assignCodes(
    kept.map(({ position }) => ({ code: known.get(position)?.code })),
    [],
  );
  return new Map(
    kept.flatMap(({ position, name }, at) => {
      const code = codes[at];
      if (code === undefined) return [];
      const reason = known.get(position)?.reason ?? (name === undefined ? NO_NAME : NO_STANDARD_FIELD);
      return [[position, { code, reason }]];
    }),
  );
}

/** A code that the person gives to a column is no longer that of the column for which it was recognised. */
function withGiven(recognised: ReadonlyMap<number, CodeChoice>, given: ColumnChoices): Map<number, CodeChoice> {
  const chosen = [...given].flatMap(([position, { code }]) =>
    code === undefined ? [] : [[position, { code, reason: 'You chose the code.' }] as const],
  );
  const codes = new Set(chosen.map(([, { code }]) => code));
  return new Map([...[...recognised].filter(([, { code }]) => !codes.has(code)), ...chosen]);
}

const NO_STANDARD_FIELD = 'A custom field: the name of the column means no standard field that is free.';
const NO_NAME = 'A custom field: the file has no header row, and the values do not tell a standard field.';
