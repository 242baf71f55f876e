import { CUSTOMER_ID_CODE, checkValue, type Field, type PublishedTable } from '../../../crm-tables/index.ts';
import { groupOfField, type Match } from '../layout/match-name.ts';
import { POSTCODE_GROUP } from '../layout/name-groups.ts';

/** The share of a column's values that must be of one kind, so that a few of another kind do not decide. */
const LEAST_SHARE = 0.8;
/** Fewer values are weaker evidence. */
const FEW = 3;

const POSTCODE = /^(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{5}(?:-\d{4})?)$/i;
/** The usual forms of telephone numbers, which amounts and account numbers do not have. */
const TELEPHONE = /^(?:\+|0|\()[\d ().\-/]{6,24}$/;
const YES_NO = /^(?:yes|no|y|n|true|false)$/i;

/** The confidence in a field if all values of a column are of its kind. */
interface Kind {
  readonly confidence: number;
  readonly fits: (value: string, field: Field, table: PublishedTable) => boolean;
}

const isValid = (value: string, field: Field, { defaultCountry }: PublishedTable): boolean => {
  const { problem, warning } = checkValue(field, value, defaultCountry);
  return !problem && !warning;
};

const CUSTOMER_ID: Kind = {
  confidence: 0.9,
  fits: (value, _, { prefix }) => value.startsWith(`${prefix}_`) && /^\d+$/.test(value.slice(prefix.length + 1)),
};
const KIND_OF_POSTCODE: Kind = { confidence: 0.7, fits: (value) => POSTCODE.test(value) };

/** Types whose values differ from those of other types. */
const KINDS: Partial<Record<Field['type'], Kind>> = {
  email: { confidence: 0.85, fits: isValid },
  url: { confidence: 0.8, fits: isValid },
  telephone: { confidence: 0.6, fits: (value, ...about) => TELEPHONE.test(value) && isValid(value, ...about) },
  list: { confidence: 0.6, fits: isValid },
  'date-time': { confidence: 0.5, fits: isValid },
  date: { confidence: 0.5, fits: isValid },
  time: { confidence: 0.5, fits: isValid },
  'yes-no': { confidence: 0.4, fits: (value) => YES_NO.test(value) },
};

function kindOf(field: Field): Kind | undefined {
  if (field.code === CUSTOMER_ID_CODE) return CUSTOMER_ID;
  return groupOfField(field) === POSTCODE_GROUP ? KIND_OF_POSTCODE : KINDS[field.type];
}

/** Whether a value looks like one of this field; undefined if the field may hold any text. */
export function fitsKind(field: Field, table: PublishedTable): ((value: string) => boolean) | undefined {
  const kind = kindOf(field);
  return kind && ((value) => kind.fits(value, field, table));
}

/** Every field of the table that values of this kind may belong to. @param values without blank ones */
export function matchContent(values: readonly string[], table: PublishedTable): Match[] {
  if (values.length === 0) return [];
  const certainty = values.length < FEW ? 0.7 : 1;
  return table.fields.flatMap((field): Match[] => {
    const kind = kindOf(field);
    if (!kind) return [];
    const share = values.filter((value) => kind.fits(value, field, table)).length / values.length;
    if (share < LEAST_SHARE) return [];
    return [{ code: field.code, reason: 'content', confidence: kind.confidence * share * certainty }];
  });
}

/** Whether a text is more likely a value than the name of a column. */
export function looksLikeData(cell: string, { prefix }: PublishedTable): boolean {
  return (
    /\d{3}/.test(cell) ||
    cell.includes('@') ||
    POSTCODE.test(cell) ||
    cell.startsWith(`${prefix}_`) ||
    YES_NO.test(cell)
  );
}
