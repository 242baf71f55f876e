import * as z from 'zod';
import { isIanaTimeZone, timeZoneFault } from '../../functions/shared/domain/iana-time-zones.ts';
import { isTimeZone } from '../../functions/shared/domain/local-time.ts';

const NAME = /^[0-9a-zA-Z-_.]{1,64}$/;
export const NameSchema = z.string().regex(NAME, 'must be 1 to 64 letters, digits, hyphens, underscores and dots');

/** The protocol counts seconds since 1970. */
const MomentSchema = z.number();

const TargetSchema = z.strictObject({
  Arn: z
    .string()
    .regex(
      /^arn:aws:lambda:[^:]+:\d{12}:function:[^:]+$/,
      'must be the ARN of a Lambda function; the embedded cloud supports no other target',
    ),
  RoleArn: z.string().regex(/^arn:aws:iam::\d{12}:role\/.+$/, 'must be the ARN of a role'),
  Input: z.string().min(1).default('{}'),
  DeadLetterConfig: z.strictObject({ Arn: z.string().regex(/^arn:aws:sqs:/, 'must be the ARN of a queue') }).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumEventAgeInSeconds: z.int().min(60).max(86_400).optional(),
      MaximumRetryAttempts: z.int().min(0).max(185).optional(),
    })
    .optional(),
});

const StoredInputSchema = z.strictObject({
  GroupName: NameSchema.default('default'),
  ClientToken: z
    .string()
    .regex(/^[a-zA-Z0-9-_]{1,64}$/, 'must be 1 to 64 letters, digits, hyphens and underscores')
    .optional(),
  Description: z.string().max(512).optional(),
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().refine(isTimeZone, 'is not a time zone').default('UTC'),
  StartDate: MomentSchema.optional(),
  EndDate: MomentSchema.optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  FlexibleTimeWindow: z.strictObject({
    Mode: z.literal('OFF', 'must be OFF, the only mode that the embedded cloud supports'),
  }),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  Target: TargetSchema,
});

/** The input of CreateSchedule and UpdateSchedule, without the name. Unknown fields are rejected by name. */
export const ScheduleInputSchema = StoredInputSchema.extend({
  ScheduleExpressionTimezone: z
    .string()
    .refine(isIanaTimeZone, { error: ({ input }) => timeZoneFault(String(input)) })
    .default('UTC'),
});
export type ScheduleInput = z.infer<typeof ScheduleInputSchema>;

/** A stored schedule. Times are milliseconds since 1970. */
export const ScheduleRecordSchema = z.object({
  name: z.string(),
  input: StoredInputSchema,
  createdAt: z.number(),
  modifiedAt: z.number(),
  /** Runs up to this time have been delivered or skipped. */
  decidedUntil: z.number(),
});
export type ScheduleRecord = z.infer<typeof ScheduleRecordSchema>;

export const idOf = (group: string, name: string): string => `${group}/${name}`;
