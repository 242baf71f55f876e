import type { components } from '../shared/api/schema.ts';
import type { Rules } from '../shared/form/form-model.ts';
import { ERASURE } from './text.ts';

export interface ErasureValues extends Record<string, string> {
  readonly prefix: string;
  readonly customerId: string;
  /** One in each line. */
  readonly values: string;
  /** `yes`: there is no customer with the Customer ID any more. */
  readonly isAbsent: string;
  readonly confirmed: string;
}

export const NO_ERASURE: ErasureValues = { prefix: '', customerId: '', values: '', isAbsent: '', confirmed: '' };

const FEWEST_CHARACTERS = 4;
const MOST_CHARACTERS = 200;
const MOST_VALUES = 20;

const linesOf = (text: string): readonly string[] => [
  ...new Set(text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))),
];

function faultOfValues(text: string): string | undefined {
  const lines = linesOf(text);
  const wrong = lines.find(({ length }) => length < FEWEST_CHARACTERS || length > MOST_CHARACTERS);
  if (wrong !== undefined) return ERASURE.wrongLength(wrong.slice(0, 40), FEWEST_CHARACTERS, MOST_CHARACTERS);
  return lines.length > MOST_VALUES ? ERASURE.tooMany(MOST_VALUES) : undefined;
}

export const ERASURE_RULES: Rules<ErasureValues> = {
  prefix: (prefix) => (prefix.trim() === '' ? ERASURE.tableMissing : undefined),
  customerId: (customerId) => (customerId === '' ? ERASURE.customerIdMissing : undefined),
  values: faultOfValues,
  confirmed: (confirmed, { customerId }) => (confirmed === customerId ? undefined : ERASURE.notConfirmed),
};

export const orderOf = ({
  prefix,
  customerId,
  values,
  isAbsent,
}: ErasureValues): components['schemas']['ErasureOrder'] => ({
  prefix,
  customerId,
  isAbsent: isAbsent === 'yes',
  values: [...linesOf(values)],
});
