// What a form knows, apart from React: values are texts, as the user sees them.
import type { Violation } from '../api/api-error.ts';

export type FormValues = Readonly<Record<string, string>>;

/** The message for a value that is not valid; undefined if it is. */
export type Rule<Values extends FormValues> = (value: string, values: Values) => string | undefined;
export type Rules<Values extends FormValues> = Readonly<Partial<Record<keyof Values & string, Rule<Values>>>>;
/** Messages by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

export function namesOf<Values extends FormValues>(values: Values): readonly (keyof Values & string)[] {
  return Object.keys(values);
}

export function brokenRules<Values extends FormValues>(values: Values, rules: Rules<Values>): FieldErrors {
  const errors: Record<string, string> = {};
  for (const name of namesOf(values)) {
    const error = rules[name]?.(values[name] ?? '', values);
    if (error !== undefined) errors[name] = error;
  }
  return errors;
}

/**
 * Puts the violations that the API reports beside the fields that they point to.
 * @returns the messages by field, and those that point to no field of the form
 */
export function placeViolations<Values extends FormValues>(
  violations: readonly Violation[],
  values: Values,
): { readonly fields: FieldErrors; readonly rest: readonly string[] } {
  const fields: Record<string, string> = {};
  const rest: string[] = [];
  for (const { pointer, detail } of violations) {
    const name = namesOf(values).find((field) => pointer === `/${field}` || pointer.startsWith(`/${field}/`));
    if (name === undefined) rest.push(detail);
    else fields[name] = detail;
  }
  return { fields, rest };
}

/** A field that another person changed after the form was opened. */
export interface ChangedField {
  readonly name: string;
  readonly before: string;
  readonly theirs: string;
  readonly mine: string;
  readonly keep: 'mine' | 'theirs';
}

/**
 * The fields that another person changed. A field that the user left alone takes the other person's value; one that both
 * changed keeps the user's until the user decides.
 */
export function changedByOthers<Values extends FormValues>(
  base: Values,
  mine: Values,
  theirs: Values,
): readonly ChangedField[] {
  return namesOf(base)
    .filter((name) => theirs[name] !== base[name])
    .map((name) => ({
      name,
      before: base[name] ?? '',
      theirs: theirs[name] ?? '',
      mine: mine[name] ?? '',
      keep: mine[name] === base[name] || mine[name] === theirs[name] ? 'theirs' : 'mine',
    }));
}

/** Whether the user has changed the field, too, to another value. */
export const isToChoose = ({ before, mine, theirs }: ChangedField): boolean => mine !== before && mine !== theirs;

/** The values of the form with those of the other person that the user has chosen. */
export function withChoices<Values extends FormValues>(values: Values, fields: readonly ChangedField[]): Values {
  const taken = fields.filter(({ keep }) => keep === 'theirs').map(({ name, theirs }) => [name, theirs]);
  return { ...values, ...Object.fromEntries(taken) };
}

export function isChanged<Values extends FormValues>(base: Values, values: Values): boolean {
  return namesOf(base).some((name) => values[name] !== base[name]);
}
