import { CUSTOMER_ID_CODE, isFieldCode, isKnownCode } from '../../../crm-tables/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';
import { DomainError, type Violation } from '../../../shared/domain/errors.ts';
import { foldName } from '../../../shared/domain/text.ts';
import type { ColumnChoice, TableChoices } from './choices.ts';

/** @throws DomainError `proposal.invalid` for choices that no table can have */
export function checkChoices(choices: TableChoices, columnCount: number, { customerId }: ImportOptions): void {
  const violations = [
    ...choices.columns.flatMap((choice, at) => columnViolations(choice, choices.columns.slice(0, at), at, columnCount)),
    ...customerIdViolations(choices, columnCount, customerId),
  ];
  if (violations.length === 0) return;
  throw new DomainError('invalid', 'proposal.invalid', 'No table can have these choices; see errors.', violations);
}

function columnViolations(
  { column, label, code }: ColumnChoice,
  earlier: readonly ColumnChoice[],
  at: number,
  columnCount: number,
): Violation[] {
  const wrong = (member: string, violation: string, detail: string): Violation => ({
    pointer: `/choices/columns/${at}/${member}`,
    code: violation,
    detail,
  });
  const isTwice = (same: (each: ColumnChoice) => boolean) => earlier.some(same);
  return [
    ...(column > columnCount ? [wrong('column', 'column.unknown', `The file has ${columnCount} columns.`)] : []),
    ...(isTwice((each) => each.column === column) ? [wrong('column', 'column.twice', 'Choose each column once.')] : []),
    ...(label !== undefined && isTwice((each) => each.label !== undefined && foldName(each.label) === foldName(label))
      ? [wrong('label', 'field.label-twice', 'Another column has this label. Choose another one.')]
      : []),
    ...(label !== undefined && isFieldCode(label.toUpperCase())
      ? [wrong('label', 'field.label-is-code', 'A label must not be the code of a field. Choose another one.')]
      : []),
    ...(code !== undefined && isTwice((each) => each.code === code)
      ? [wrong('code', 'field.code-twice', 'Another column has this code. Choose another one.')]
      : []),
    ...(code !== undefined && !isKnownCode(code)
      ? [wrong('code', 'field.code-unknown', 'A field code must be P008 to P084.')]
      : []),
    ...(code === CUSTOMER_ID_CODE
      ? [wrong('code', 'field.customer-id', `Choose the column of the Customer ID (${code}) by customerId.`)]
      : []),
  ];
}

function customerIdViolations(
  { customerId, columns }: TableChoices,
  columnCount: number,
  option: ImportOptions['customerId'],
): Violation[] {
  if (customerId === undefined || customerId === null) return [];
  const wrong = (detail: string): Violation[] => [{ pointer: '/choices/customerId', code: 'column.unusable', detail }];
  if (customerId > columnCount) return wrong(`The file has ${columnCount} columns.`);
  if (option === 'none') return wrong('The options say that Customer IDs are generated.');
  const isLeftOut = columns.some(({ column, leaveOut }) => column === customerId && leaveOut);
  return isLeftOut ? wrong('This column is left out, so it cannot be the Customer ID.') : [];
}
