import { DomainError, type Violation } from '../../shared/domain/errors.ts';
import type { Draft, DraftInput } from './draft.ts';
import { draftViolations } from './draft-rules.ts';
import type { Field } from './field.ts';
import { assignCodes } from './field-codes.ts';

/**
 * The valid draft for an administrator's input, with a code for every field.
 * @throws DomainError `crm-table.invalid` with all violations
 */
export function completeDraft(input: DraftInput, publishedCodes: readonly string[]): Draft {
  const codes = assignCodes(input.fields, publishedCodes);
  const fields: Field[] = [];
  const violations: Violation[] = [];
  for (const [index, field] of input.fields.entries()) {
    const code = codes[index];
    if (code !== undefined) fields.push({ ...field, code });
    else
      violations.push({
        pointer: `/fields/${index}`,
        code: 'field.no-code-left',
        detail: 'All 64 codes of custom fields are used. Remove a field that was never published.',
      });
  }
  const draft = { ...input, fields };
  // Pointers count the fields of the request, so the rules are checked only when every field has its code.
  if (violations.length === 0) violations.push(...draftViolations(draft));
  if (violations.length === 0) return draft;
  throw new DomainError(
    'invalid',
    'crm-table.invalid',
    'The draft of the CRM table is invalid; see errors.',
    violations,
  );
}
