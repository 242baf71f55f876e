import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { nearMiss, plainName } from '../functions/shared/domain/near-miss.ts';

const STAGES = ['trial', 'production'] as const;

/** As many as the largest Map of the import's definition runs: without an account nothing is known that would limit it. */
const CHUNKS_AT_ONCE = 40;

/** What `cdk -c name=value` may set. */
const ContextSchema = z.object({
  /** `trial` can be removed whole; `production` keeps its data whatever happens to the stacks. */
  stage: z.enum(STAGES).default('trial'),
  /** JSON, as the import's `plan` step reads it; what it leaves out keeps its default. */
  importLimits: z.string().default('{}'),
  /**
   * Time-out of the steps that write customers; Lambda allows 900. A table waits so long, and a little longer, before
   * another import may follow one whose workflow broke off.
   */
  writeStepTimeoutSeconds: z.coerce.number().int().min(5).max(900).default(240),
  /** Is told of every alarm, once it has confirmed the subscription. */
  alarmEmail: z.email().optional(),
  /** Where people who get an alarm read the runbook: its address, or its place in the repository. */
  runbook: z.string().min(1).default('docs/runbook.md'),
  /** Chunks of one stage of an import that run at once, at most. `npm run deploy` gives half of the account's functions. */
  mapConcurrency: z.coerce.number().int().min(1).default(CHUNKS_AT_ONCE),
  /** What the HTTP API lets through. Two hundred people who search as they type send about a thousand. */
  requestsPerSecond: z.coerce.number().int().min(1).max(10_000).default(2_000),
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
  readonly writeStepTimeoutSeconds: number;
  readonly alarmEmail: string | undefined;
  readonly runbook: string;
  readonly mapConcurrency: number;
  readonly requestsPerSecond: number;
}

/**
 * Reads the settings among a CDK context; what the CDK and its plugins keep there is left alone.
 * @throws ZodError when a setting has a value that it cannot have
 * @throws Error when an unknown name resembles a setting: a misspelled stage must not deploy another one
 */
export function readSettings(context: Readonly<Record<string, unknown>>): Settings {
  rejectNearMisses(Object.keys(context));
  const { stage, importLimits, writeStepTimeoutSeconds, alarmEmail, runbook, mapConcurrency, requestsPerSecond } =
    ContextSchema.parse(context);
  const isProduction = stage === 'production';
  return {
    stage,
    removalPolicy: isProduction ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    deletionProtection: isProduction,
    logRetention: isProduction ? RetentionDays.SIX_MONTHS : RetentionDays.ONE_MONTH,
    demandsSecondFactor: isProduction,
    importLimits,
    writeStepTimeoutSeconds,
    alarmEmail,
    runbook,
    mapConcurrency,
    requestsPerSecond,
  };
}

/** `@aws-cdk/...`, `aws:cdk:...`, `availability-zones:account=...`: no setting has such a name. */
const isNameOfTheCdk = (name: string): boolean => /[@:/]/.test(name);

function rejectNearMisses(names: readonly string[]): void {
  const settings = Object.keys(ContextSchema.shape);
  for (const name of names.filter((each) => !settings.includes(each) && !isNameOfTheCdk(each))) {
    const near = settings.find((each) => plainName(each) === plainName(name)) ?? nearMiss(name, settings);
    if (near !== undefined) throw new Error(`There is no setting "${name}". Did you mean "${near}"?`);
  }
}
