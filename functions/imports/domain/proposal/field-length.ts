import { type FieldType, MAX_CUSTOMER_ID_BYTES } from '../../../crm-tables/index.ts';
import type { FileColumn } from './file-columns.ts';

export interface LengthChoice {
  readonly maxLength: number;
  /** One sentence for a person. */
  readonly reason: string;
}

/** The usual lengths of values whose form is fixed; longer ones of the file raise them. */
const USUAL: Partial<Record<FieldType, number>> = {
  date: 10,
  time: 8,
  'date-time': 35,
  'yes-no': 5,
  telephone: 50,
  email: 254,
  url: 2_000,
  notes: 5_000,
};

/** Lengths that people remember. The longest is the limit of every value. */
const STEPS = [10, 20, 30, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000, 10_000, 32_000];
/** Later files may hold longer values than the first. */
const ROOM = 1.5;

/**
 * A length that every value has room in, with room for longer ones.
 * @param standard the length of the standard field, if it is one
 */
export function chooseLength(
  { values }: Pick<FileColumn, 'values'>,
  type: FieldType,
  standard: number | undefined,
): LengthChoice {
  const longest = values.reduce((most, { value }) => Math.max(most, [...value].length), 0);
  const found = values.length === 0 ? 'There is no value.' : `The longest value has ${longest} characters.`;
  const usual = standard ?? USUAL[type];
  if (usual !== undefined && longest <= usual) return { maxLength: usual, reason: `${found} ${usual} are usual.` };
  const maxLength = withRoom(longest);
  return { maxLength, reason: `${found} ${maxLength.toLocaleString('en')} leave room for longer ones.` };
}

/** The length that the person chose, with the number of values that are longer. */
export function chosenLength({ values }: Pick<FileColumn, 'values'>, maxLength: number): LengthChoice {
  const longer = values.filter(({ value }) => [...value].length > maxLength).length;
  const found = longer === 0 ? '' : ` ${longer} of ${values.length} values are longer.`;
  return { maxLength, reason: `You chose the length.${found}` };
}

export const customerIdLength: LengthChoice = {
  maxLength: MAX_CUSTOMER_ID_BYTES,
  reason: `A Customer ID has at most ${MAX_CUSTOMER_ID_BYTES} bytes.`,
};

const withRoom = (longest: number): number => STEPS.find((step) => step >= ROOM * longest) ?? 32_000;
