import type { LocatedValue } from '../preview/value-examples.ts';
import { columnChoices, type TableChoices } from './choices.ts';
import { mayReject, rejectedValues } from './chosen-types.ts';
import type { FieldProposal, FieldProposals } from './propose-fields.ts';

/** A column some of whose values an import rejects. */
export interface ColumnRejections {
  readonly proposal: FieldProposal;
  readonly values: readonly LocatedValue[];
}

/** The columns whose values do not fit what the person has chosen. What is proposed rejects no value. */
export function columnRejections(
  { proposals }: FieldProposals,
  choices: TableChoices,
  defaultCountry: string,
): ColumnRejections[] {
  const given = columnChoices(choices);
  return proposals.flatMap((proposal) => {
    const choice = given.get(proposal.column.position);
    if (!choice || !mayReject(choice)) return [];
    const { dateForm } = choice;
    const values = rejectedValues(proposal.field, proposal.column.values, { defaultCountry, dateForm });
    return values.length === 0 ? [] : [{ proposal, values }];
  });
}

/** The number of records that an import rejects, for any of these reasons. */
export function countRejected(
  { customerId }: Pick<FieldProposals, 'customerId'>,
  columns: readonly ColumnRejections[],
): number {
  const lines = columns.flatMap(({ values }) => values.map(({ line }) => line));
  return new Set([...lines, ...customerId.rejectedLines]).size;
}
