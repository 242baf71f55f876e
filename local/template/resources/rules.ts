import * as z from 'zod';
import { type EventPattern, EventPatternSchema } from '../../events/event-pattern.ts';
import type { ResolvedResource } from '../resolver.ts';

/** Targets with an input transformer, or of another service than Lambda, are errors when the template is read. */
const TargetSchema = z.strictObject({
  Arn: z.string(),
  Id: z.string(),
  DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  RetryPolicy: z
    .object({ MaximumEventAgeInSeconds: z.number().optional(), MaximumRetryAttempts: z.number().optional() })
    .optional(),
});

const MILLISECONDS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** `rate(5 minutes)` in milliseconds; cron expressions are errors. */
const RateSchema = z
  .string()
  .regex(/^rate\([1-9]\d* (minute|hour|day)s?\)$/, 'must have the form rate(N minutes|hours|days)')
  .transform((expression) => {
    const [, count, unit] = /(\d+) (minute|hour|day)/.exec(expression) ?? [];
    return Number(count) * MILLISECONDS[z.enum(['minute', 'hour', 'day']).parse(unit)];
  });

const RuleSchema = z.object({
  EventPattern: EventPatternSchema.optional(),
  ScheduleExpression: RateSchema.optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(TargetSchema).default([]),
});

export interface RuleConfig {
  readonly arn: string;
  /** Undefined for a rule with a rate only. */
  readonly pattern: EventPattern | undefined;
  /** The interval of a rule with a rate. */
  readonly everyMs: number | undefined;
  readonly enabled: boolean;
  /** ARNs of Lambda functions. */
  readonly targets: readonly string[];
}

/** @throws Error that names an unsupported operator or target */
export function readRule({ name, attributes, properties }: ResolvedResource): RuleConfig {
  const parsed = RuleSchema.safeParse(properties);
  if (!parsed.success) throw new Error(`Rule ${name} cannot run here:\n${z.prettifyError(parsed.error)}`);
  const { EventPattern: pattern, ScheduleExpression: everyMs, State: state, Targets: targets } = parsed.data;
  const stranger = targets.find(({ Arn }) => !Arn.includes(':lambda:'));
  if (stranger !== undefined)
    throw new Error(`Rule ${name} has the target ${stranger.Arn}; only Lambda functions are supported.`);
  return {
    arn: attributes.Arn ?? '',
    pattern,
    everyMs,
    enabled: state === 'ENABLED',
    targets: targets.map(({ Arn }) => Arn),
  };
}
