import * as z from 'zod';

/** The supported operators of EventBridge patterns; any other is an error when the rule is read. */
const TextMatcherSchema = z.union([z.string(), z.array(z.string())]);

const OperatorSchema = z.union([
  z.strictObject({ prefix: z.string() }),
  z.strictObject({ suffix: z.string() }),
  z.strictObject({ 'equals-ignore-case': z.string() }),
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({
    'anything-but': z.union([
      TextMatcherSchema,
      z.strictObject({ prefix: z.string() }),
      z.strictObject({ suffix: z.string() }),
    ]),
  }),
]);

const ExactSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const MatcherSchema = z.union([ExactSchema, OperatorSchema]);
export type Matcher = z.infer<typeof MatcherSchema>;

/** A field's name with its allowed values, or with a pattern for its members. */
export interface EventPattern {
  readonly [field: string]: readonly Matcher[] | EventPattern;
}

export const EventPatternSchema: z.ZodType<EventPattern> = z.record(
  z.string().regex(/^[^$]/, 'is an operator that is not supported'),
  z.lazy(() => z.union([z.array(MatcherSchema).nonempty(), EventPatternSchema])),
);
