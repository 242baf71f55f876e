import type { FieldType, PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';

/** Types whose values are kept even if they cannot be parsed. */
const DOUBTFUL_TYPES: readonly FieldType[] = ['telephone', 'email'];

/** Rejects options that contradict each other or the CRM table. @throws DomainError `options.invalid` with advice */
export function checkOptions({ mode, customerId, strictFields }: ImportOptions, table: PublishedTable): void {
  if (mode === 'update-only' && customerId === 'none') {
    throw wrong(
      'mode: update-only changes customers that are there, and customer-id: none makes new ones. Choose one of the two.',
    );
  }
  for (const code of strictFields) {
    const field = table.fields.find((each) => each.code === code);
    if (!field) throw wrong(`strict-fields: CRM table ${table.prefix} has no field ${code}.`);
    if (!DOUBTFUL_TYPES.includes(field.type)) {
      throw wrong(
        `strict-fields: ${code} (${field.label}) is neither a telephone nor an e-mail field; its values are always checked.`,
      );
    }
  }
}

const wrong = (detail: string): DomainError =>
  new DomainError('invalid', 'options.invalid', `The import options of the file are wrong. ${detail}`);
