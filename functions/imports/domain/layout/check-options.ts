import type { FieldType, PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';

/** Types whose values are kept even if they cannot be parsed. */
const DOUBTFUL_TYPES: readonly FieldType[] = ['telephone', 'email'];

/** Rejects options that contradict each other or the CRM table. @throws DomainError `options.invalid` with advice */
export function checkOptions({ mode, customerId, strictFields }: ImportOptions, table: PublishedTable): void {
  if (mode === 'update-only' && customerId === 'none') {
    throw wrong(
      'mode: update-only updates existing customers only, and customer-id: none only inserts new ones. Choose one of the two.',
    );
  }
  for (const code of strictFields) {
    const field = table.fields.find((each) => each.code === code);
    if (!field) throw wrong(`strict-fields: CRM table ${table.prefix} has no field ${code}.`);
    if (!DOUBTFUL_TYPES.includes(field.type)) {
      throw wrong(
        `strict-fields: ${code} (${field.label}) is neither a telephone nor an e-mail field, so it cannot be strict.`,
      );
    }
  }
}

const wrong = (detail: string): DomainError =>
  new DomainError('invalid', 'options.invalid', `The import options of the file are wrong. ${detail}`);
