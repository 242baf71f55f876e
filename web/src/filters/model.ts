// The conditions of a saved filter while they are edited.
import type { components } from '../shared/api/schema.ts';
import { FILTERS } from './text.ts';

type Schemas = components['schemas'];
export type Filter = Schemas['Filter'];
export type Operator = Schemas['FilterOperator'];
export type Conditions = Schemas['FilterInput']['all'];
type Field = Schemas['Field'];
export type FilteredField = Pick<Field, 'code' | 'label' | 'type' | 'listValues'>;

/** A condition in the editor; a comparison that needs no value keeps what was typed before. */
export interface EditedCondition {
  readonly id: number;
  readonly field: string;
  readonly operator: Operator;
  readonly value: string;
}
/** Groups that all have to hold, each with conditions of which one has to. */
export type EditedGroups = readonly (readonly EditedCondition[])[];

const WORDS: readonly Operator[] = ['is', 'is-not', 'begins', 'contains', 'empty', 'not-empty'];
const ORDERED: readonly Operator[] = ['is', 'is-not', 'before', 'after', 'empty', 'not-empty'];
const CHOICES: readonly Operator[] = ['is', 'is-not', 'empty', 'not-empty'];

/** The comparisons for a type of field, as the API allows them. */
const OPERATORS: Readonly<Record<Field['type'], readonly Operator[]>> = {
  ...{ text: WORDS, notes: WORDS, url: WORDS, email: WORDS, telephone: WORDS },
  ...{ number: ORDERED, currency: ORDERED, date: ORDERED, time: ORDERED, 'date-time': ORDERED },
  ...{ 'yes-no': CHOICES, list: CHOICES, 'multi-list': [...CHOICES, 'contains'] },
};

export const operatorsOf = ({ type }: Pick<Field, 'type'>): readonly Operator[] => OPERATORS[type];

export const takesValue = (operator: Operator): boolean => operator !== 'empty' && operator !== 'not-empty';

/** The values to choose from; none for a field of free text. */
export function choicesOf({ type, listValues }: FilteredField): readonly string[] {
  return type === 'yes-no' ? ['yes', 'no'] : listValues;
}

let lastId = 0;

export function newCondition(field: FilteredField | undefined): EditedCondition {
  lastId += 1;
  return { id: lastId, field: field?.code ?? '', operator: 'is', value: '' };
}

/** A condition on another field keeps its comparison and value where they fit. */
export function onField(condition: EditedCondition, field: FilteredField): EditedCondition {
  const operators = operatorsOf(field);
  const operator = operators.includes(condition.operator) ? condition.operator : (operators[0] ?? 'is');
  const choices = choicesOf(field);
  const value = choices.length === 0 || choices.includes(condition.value) ? condition.value : '';
  return { ...condition, field: field.code, operator, value };
}

export function editedOf(all: Conditions): EditedGroups {
  return all.map(({ any }) =>
    any.map(({ field, operator, value = '' }) => ({ ...newCondition(undefined), field, operator, value })),
  );
}

export function conditionsOf(groups: EditedGroups): Conditions {
  return groups.map((group) => ({
    any: group.map(({ field, operator, value }) => ({ field, operator, ...(takesValue(operator) && { value }) })),
  }));
}

/** Replaces a condition, or removes it, and its group with the last of its conditions. The last of all stays. */
export function withCondition(
  groups: EditedGroups,
  id: number,
  replacement: EditedCondition | undefined,
): EditedGroups {
  const changed = groups
    .map((group) => group.flatMap((each) => (each.id === id ? (replacement ?? []) : each)))
    .filter((group) => group.length > 0);
  return changed.length === 0 ? groups : changed;
}

export const faultOf = ({ operator, value }: EditedCondition): string =>
  takesValue(operator) && value.trim() === '' ? FILTERS.valueMissing : '';

export const isComplete = (groups: EditedGroups): boolean =>
  groups.every((group) => group.every((condition) => condition.field !== '' && faultOf(condition) === ''));
