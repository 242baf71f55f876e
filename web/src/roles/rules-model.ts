import type { components } from '../shared/api/schema.ts';

export type FieldRules = components['schemas']['FieldRules'];
export type Restriction = 'hidden' | 'readOnly';

/** It is in the address of each customer, so that no role can hide it. */
const CUSTOMER_ID = 'P008';

const WORDS = { hidden: 'hidden', readOnly: 'read-only' } as const;

const NONE = { hidden: [], readOnly: [] };

/** The rules as one text, which the form compares and shows: `VOUCIM: P012 hidden, P019 read-only; OTHER: …`. */
export function textOfRules(rules: readonly FieldRules[]): string {
  const ofTable = ({ prefix, hidden, readOnly }: FieldRules) => {
    const parts = [
      ...hidden.map((code) => `${code} ${WORDS.hidden}`),
      ...readOnly.map((code) => `${code} ${WORDS.readOnly}`),
    ];
    return `${prefix}: ${parts.sort().join(', ')}`;
  };
  return rules
    .filter(({ hidden, readOnly }) => hidden.length + readOnly.length > 0)
    .map(ofTable)
    .sort()
    .join('; ');
}

/** @param text as `textOfRules` writes it */
export function rulesOfText(text: string): FieldRules[] {
  return text.split('; ').flatMap((part) => {
    const [prefix, list] = part.split(': ');
    if (!prefix || !list) return [];
    const rules = list.split(', ').map((each) => each.split(' '));
    const codes = (word: string) => rules.flatMap(([code = '', own]) => (own === word ? [code] : []));
    return [{ prefix, hidden: codes(WORDS.hidden), readOnly: codes(WORDS.readOnly) }];
  });
}

export const rulesOfTable = (rules: readonly FieldRules[], prefix: string): Pick<FieldRules, Restriction> =>
  rules.find((each) => each.prefix === prefix) ?? NONE;

/** The rules whose CRM table is not among these. */
export const withoutTable = (
  rules: readonly FieldRules[],
  tables: ReadonlyArray<{ readonly prefix: string }>,
): readonly FieldRules[] => rules.filter((each) => !tables.some(({ prefix }) => prefix === each.prefix));

export const mayHide = (code: string): boolean => code !== CUSTOMER_ID;

/** Sets a rule of a field, or removes it. A field has at most one: a hidden field is not also read-only. */
export function toggled(
  rules: readonly FieldRules[],
  prefix: string,
  code: string,
  restriction: Restriction,
): FieldRules[] {
  const before = rulesOfTable(rules, prefix);
  const isSet = before[restriction].includes(code);
  const without = {
    prefix,
    hidden: before.hidden.filter((each) => each !== code),
    readOnly: before.readOnly.filter((each) => each !== code),
  };
  const after = isSet ? without : { ...without, [restriction]: [...without[restriction], code] };
  return [...rules.filter((each) => each.prefix !== prefix), after];
}
