import { completeDraft, DETAILS_TAB, type Draft } from '../../../crm-tables/index.ts';
import { DomainError, type Violation } from '../../../shared/domain/errors.ts';
import type { ProposalRequest } from './proposal.ts';
import type { FieldProposals } from './propose-fields.ts';

/** @throws DomainError `proposal.invalid` for choices that no field can have, such as a list with a choice twice */
export function proposedDraft({ fields, proposals }: FieldProposals, request: ProposalRequest): Draft {
  const { name, defaultCountry, choices } = request;
  try {
    return completeDraft({ name, defaultCountry, tabs: [DETAILS_TAB], fields: [...fields] }, []);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const placeOf = (index: number): string => {
      const position = proposals.find(({ field }) => field === fields[index])?.column.position;
      return `/choices/columns/${choices.columns.findIndex(({ column }) => column - 1 === position)}`;
    };
    const violations = error.violations.map((violation) => inChoices(violation, placeOf));
    throw new DomainError('invalid', 'proposal.invalid', 'No table can have these choices; see errors.', violations);
  }
}

/** A violation of the draft as one of the choices from which the draft was made. */
function inChoices({ pointer, ...violation }: Violation, placeOf: (index: number) => string): Violation {
  const [, index, member = ''] = /^\/fields\/(\d+)(.*)$/.exec(pointer) ?? [];
  const place = index === undefined ? '/choices' : placeOf(Number(index));
  return { pointer: `${place}${member.replace('/flags', '')}`, ...violation };
}
