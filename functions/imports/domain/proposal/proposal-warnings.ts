import { TRAILING_DELIMITER } from '../layout/trailing-delimiter-warning.ts';
import { columnTitle } from '../preview/column-warnings.ts';
import { damagedValues } from '../preview/damaged-values.ts';
import type { PreviewWarning } from '../preview/preview.ts';
import type { Sample } from '../preview/read-sample.ts';
import { unreadableWarnings } from '../preview/record-warnings.ts';
import { examplesOf } from '../preview/value-examples.ts';
import { columnChoices, type TableChoices } from './choices.ts';
import type { FileColumn } from './file-columns.ts';
import { isOtherDate } from './other-dates.ts';
import type { ProposalRequest } from './proposal.ts';
import type { FieldProposal, FieldProposals } from './propose-fields.ts';
import type { ColumnRejections } from './rejections.ts';

/** Doubts about the records and the columns of a file for which a table is proposed. */
export function proposalWarnings(
  sample: Sample,
  columns: readonly FileColumn[],
  { customerId, proposals }: FieldProposals,
  rejections: readonly ColumnRejections[],
  { choices, defaultCountry }: Pick<ProposalRequest, 'choices' | 'defaultCountry'>,
): PreviewWarning[] {
  const given = columnChoices(choices);
  const proposed = new Set(proposals.map(({ column }) => column.position));
  return [
    ...unreadableWarnings(sample),
    ...(sample.endsInDelimiter ? [{ code: TRAILING_DELIMITER.code, detail: TRAILING_DELIMITER.reason }] : []),
    ...customerIdWarnings(customerId, choices),
    ...columns.filter(({ position }) => !proposed.has(position) && !given.get(position)?.leaveOut).map(leftOut),
    ...rejections.map(rejected),
    ...proposals.flatMap((proposal) => [...damaged(proposal, defaultCountry), ...otherDates(proposal)]),
  ];
}

function customerIdWarnings(
  { position, reason, contradicting }: FieldProposals['customerId'],
  choices: TableChoices,
): PreviewWarning[] {
  const examples = contradicting.length > 0 && { examples: [...contradicting] };
  if (position === undefined) return [{ code: 'customer-id.generated', detail: reason, ...examples }];
  if (choices.customerId !== position + 1 || !examples) return [];
  return [{ code: 'customer-id.rejects-records', detail: reason, column: position + 1, ...examples }];
}

function rejected({ proposal: { column }, values }: ColumnRejections): PreviewWarning {
  const count = values.length === 1 ? '1 value does' : `${values.length} values do`;
  const detail = `${titleOf(column)}: ${count} not fit what you chose, of ${column.values.length}. An import rejects the records.`;
  return { code: 'value.rejected', detail, column: column.position + 1, examples: examplesOf(values) };
}

const titleOf = ({ position, name }: FileColumn): string =>
  columnTitle({ position: position + 1, ...(name !== undefined && { name }) });

const leftOut = (column: FileColumn): PreviewWarning => ({
  code: 'column.not-imported',
  detail: `${titleOf(column)} is left out: a CRM table has no code left for it.`,
  column: column.position + 1,
});

const damaged = ({ column, field }: FieldProposal, defaultCountry: string): PreviewWarning[] =>
  damagedValues(
    { position: column.position + 1, title: titleOf(column), values: column.values },
    field,
    defaultCountry,
  );

function otherDates({ column, field, type }: FieldProposal): PreviewWarning[] {
  const dates = type.contradicting.filter(isOtherDate);
  if (field.type !== 'text' || dates.length === 0) return [];
  const detail = `${titleOf(column)}: ${type.reason}`;
  return [{ code: 'value.other-date-form', detail, column: column.position + 1, examples: examplesOf(dates) }];
}
