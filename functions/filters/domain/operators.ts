import type { Field, FieldType } from '../../crm-tables/index.ts';
import type { Operator } from './filter.ts';

const WORDS: readonly Operator[] = ['is', 'is-not', 'begins', 'contains', 'empty', 'not-empty'];
const ORDERED: readonly Operator[] = ['is', 'is-not', 'before', 'after', 'empty', 'not-empty'];
const CHOICES: readonly Operator[] = ['is', 'is-not', 'empty', 'not-empty'];

const BY_TYPE: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: WORDS,
  notes: WORDS,
  url: WORDS,
  email: WORDS,
  telephone: WORDS,
  number: ORDERED,
  currency: ORDERED,
  date: ORDERED,
  time: ORDERED,
  'date-time': ORDERED,
  'yes-no': CHOICES,
  list: CHOICES,
  'multi-list': [...CHOICES, 'contains'],
};

/** The operators that a condition on a field may have. */
export const operatorsOf = ({ type }: Pick<Field, 'type'>): readonly Operator[] => BY_TYPE[type];
