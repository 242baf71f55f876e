import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

const STAGES = ['trial', 'production'] as const;

/** What `cdk -c name=value` may set. */
const ContextSchema = z.object({
  /** `trial` can be removed whole; `production` keeps its data whatever happens to the stacks. */
  stage: z.enum(STAGES).default('trial'),
  /** JSON, as the import's `plan` step reads it; what it leaves out keeps its default. */
  importLimits: z.string().default('{}'),
  /** Is told of every alarm, once it has confirmed the subscription. */
  alarmEmail: z.email().optional(),
  /** Where people who get an alarm read the runbook: its address, or its place in the repository. */
  runbook: z.string().min(1).default('docs/runbook.md'),
});

export interface Settings {
  readonly stage: (typeof STAGES)[number];
  /** What happens to tables, bucket and users when their stack is deleted; logs go with what wrote them. */
  readonly removalPolicy: RemovalPolicy;
  /** Refuses the deletion of tables and users even to somebody who may delete them. */
  readonly deletionProtection: boolean;
  readonly logRetention: RetentionDays;
  /** Whether a second factor is demanded of everybody, or offered. */
  readonly demandsSecondFactor: boolean;
  readonly importLimits: string;
  readonly alarmEmail: string | undefined;
  readonly runbook: string;
}

/** @throws ZodError when the context holds an unknown stage. */
export function readSettings(context: (name: string) => unknown): Settings {
  const { stage, importLimits, alarmEmail, runbook } = ContextSchema.parse({
    stage: context('stage'),
    importLimits: context('importLimits'),
    alarmEmail: context('alarmEmail'),
    runbook: context('runbook'),
  });
  const isProduction = stage === 'production';
  return {
    stage,
    removalPolicy: isProduction ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    deletionProtection: isProduction,
    logRetention: isProduction ? RetentionDays.SIX_MONTHS : RetentionDays.ONE_MONTH,
    demandsSecondFactor: isProduction,
    importLimits,
    alarmEmail,
    runbook,
  };
}
