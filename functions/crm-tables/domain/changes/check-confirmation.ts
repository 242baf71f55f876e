import { DomainError } from '../../../shared/domain/errors.ts';
import type { Draft } from '../draft.ts';
import type { Changes } from './changes.ts';

const NEEDED = 'These changes affect existing customers; see errors. Confirm them to publish.';
const STALE = 'The changes differ from those that were confirmed; see errors. Read them again and confirm them.';

/**
 * Accepts changes that need no confirmation, or that were confirmed in exactly this state.
 * @throws DomainError `crm-table.confirmation-needed`, `crm-table.confirmation-stale`, listing the consequences to
 * confirm
 */
export function checkConfirmation(
  { consequences, confirm }: Changes,
  draft: Draft,
  confirmed: string | undefined,
): void {
  if (confirm === null || confirm === confirmed) return;
  const violations = consequences
    .filter(({ needsConfirmation }) => needsConfirmation)
    .map(({ code, field, detail }) => {
      const index = draft.fields.findIndex((each) => each.code === field);
      const place = index < 0 ? '/fields' : `/fields/${index}`;
      return { pointer: field === null ? '/defaultCountry' : place, code, detail };
    });
  if (confirmed === undefined) {
    throw new DomainError('conflict', 'crm-table.confirmation-needed', NEEDED, violations);
  }
  throw new DomainError('conflict', 'crm-table.confirmation-stale', STALE, violations);
}
