import * as z from 'zod';
import { FieldCodeSchema } from '../../crm-tables/index.ts';
import { uniqueName } from '../../shared/domain/text.ts';

const LONGEST_NAME = 100;
const LONGEST_VALUE = 1_000;
/** A count compares each customer with every condition. */
const MOST_GROUPS = 20;
const MOST_ALTERNATIVES = 20;

export const OPERATORS = ['is', 'is-not', 'begins', 'contains', 'empty', 'not-empty', 'before', 'after'] as const;
export type Operator = (typeof OPERATORS)[number];

/** The operators that need no value. */
export const takesValue = (operator: Operator): boolean => operator !== 'empty' && operator !== 'not-empty';

const ConditionSchema = z
  .strictObject({
    field: FieldCodeSchema.meta({ description: 'Code of a field; the Customer ID is P008.', example: 'P018' }),
    operator: z.enum(OPERATORS).meta({
      id: 'FilterOperator',
      description:
        '`is-not` also holds for a customer without a value. `before` and `after` compare numbers, amounts, dates and times.',
    }),
    value: z.string().min(1).max(LONGEST_VALUE).optional().meta({
      description: 'Absent for `empty` and `not-empty`, and needed for all others.',
      example: 'SW12',
    }),
  })
  .meta({ id: 'FilterCondition' });
export type Condition = z.infer<typeof ConditionSchema>;

const GroupSchema = z
  .strictObject({ any: z.array(ConditionSchema).min(1).max(MOST_ALTERNATIVES) })
  .meta({ id: 'FilterGroup', description: 'Conditions of which at least one has to hold.' });

/** What a customer has to fulfil: every group. */
export const ConditionsSchema = z.array(GroupSchema).min(1).max(MOST_GROUPS).meta({
  description: 'Groups that all have to hold.',
});
export type Conditions = z.infer<typeof ConditionsSchema>;

/** Conditions on the customers of a CRM table, stored under a name. */
export const FilterSchema = z
  .strictObject({
    prefix: z.string(),
    filterId: z.string(),
    /** Unique within its CRM table, regardless of case. */
    name: uniqueName(LONGEST_NAME),
    all: ConditionsSchema,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'StoredFilter' });
export type Filter = z.infer<typeof FilterSchema>;

export type FilterPath = Pick<Filter, 'prefix' | 'filterId'>;

export const filterPath = ({ prefix, filterId }: Filter): FilterPath => ({ prefix, filterId });

export const FilterInputSchema = FilterSchema.pick({ name: true, all: true }).meta({ id: 'FilterInput' });
export type FilterInput = z.infer<typeof FilterInputSchema>;

/** The fields that the conditions name, each once. */
export const fieldsOf = (all: Conditions): ReadonlySet<string> =>
  new Set(all.flatMap(({ any }) => any.map(({ field }) => field)));
