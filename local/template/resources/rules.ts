import * as z from 'zod';
import { type EventPattern, EventPatternSchema } from '../../events/event-pattern.ts';
import type { ResolvedResource } from '../resolver.ts';

/** A target with an input transformer, or of some other service than Lambda, is refused when the rule is wired. */
const TargetSchema = z.strictObject({
  Arn: z.string(),
  Id: z.string(),
  DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  RetryPolicy: z
    .object({ MaximumEventAgeInSeconds: z.number().optional(), MaximumRetryAttempts: z.number().optional() })
    .optional(),
});

const RuleSchema = z.object({
  EventPattern: EventPatternSchema,
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(TargetSchema).default([]),
});

export interface RuleConfig {
  readonly name: string;
  readonly pattern: EventPattern;
  readonly enabled: boolean;
  /** ARNs of Lambda functions. */
  readonly targets: readonly string[];
}

/** @throws Error that names an operator or a target that is not supported */
export function readRule({ name, properties }: ResolvedResource): RuleConfig {
  const parsed = RuleSchema.safeParse(properties);
  if (!parsed.success) throw new Error(`Rule ${name} cannot run here:\n${z.prettifyError(parsed.error)}`);
  const { EventPattern: pattern, State: state, Targets: targets } = parsed.data;
  const stranger = targets.find(({ Arn }) => !Arn.includes(':lambda:'));
  if (stranger !== undefined)
    throw new Error(`Rule ${name} has the target ${stranger.Arn}; only Lambda functions are supported.`);
  return { name, pattern, enabled: state === 'ENABLED', targets: targets.map(({ Arn }) => Arn) };
}
