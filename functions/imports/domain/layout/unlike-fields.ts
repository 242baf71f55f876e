import { CUSTOMER_ID_CODE, type Field, type FieldType, type PublishedTable } from '../../../crm-tables/index.ts';
import type { FileLayout } from './file-layout.ts';
import { groupOfField } from './match-name.ts';
import { POSTCODE_GROUP } from './name-groups.ts';

/** A pattern that every value of the type matches. Names and addresses have none: a label could be one. */
const LIKENESS: Partial<Record<FieldType, RegExp>> = {
  number: /\d/,
  currency: /\d/,
  date: /\d/,
  time: /\d/,
  'date-time': /\d/,
  telephone: /\d/,
  email: /@/,
  url: /\./,
};

function likenessOf(field: Field): RegExp | undefined {
  if (field.code === CUSTOMER_ID_CODE) return undefined;
  return groupOfField(field) === POSTCODE_GROUP ? /\d/ : LIKENESS[field.type];
}

/**
 * Whether no cell of a record looks like a value of its field: no digit in the telephone number, no `@` in the e-mail
 * address. Such a first record of a file without a header row may be a header row in another language.
 */
export function isUnlikeFields(
  cells: readonly string[],
  columns: ReadonlyArray<Pick<FileLayout['columns'][number], 'position' | 'code'>>,
  { fields }: PublishedTable,
): boolean {
  const known = new Map(fields.map((field) => [field.code, field]));
  const alike = columns.flatMap(({ position, code }) => {
    const field = known.get(code);
    const likeness = field && likenessOf(field);
    const cell = cells[position]?.trim() ?? '';
    return likeness && cell !== '' ? [likeness.test(cell)] : [];
  });
  return alike.length > 0 && !alike.includes(true);
}
