import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { PlanEnvSchema } from '../functions/imports/env.ts';
import { nearMiss, plainName } from '../functions/shared/domain/near-miss.ts';

const STAGES = ['trial', 'production'] as const;

/** The concurrency of the largest Map in the import's definition; without access to the account its limit is unknown. */
const CHUNKS_AT_ONCE = 40;

function isImportLimits(text: string): boolean {
  try {
    return PlanEnvSchema.shape.IMPORT_LIMITS.safeParse(text).success;
  } catch {
    return false;
  }
}

/** The settings for `cdk -c name=value`. */
const ContextSchema = z.object({
  /** A `trial` stage can be removed completely; a `production` stage keeps its data when its stacks are deleted. */
  stage: z.enum(STAGES).default('trial'),
  /** JSON, parsed by the import's `plan` step; absent limits keep their defaults. */
  importLimits: z
    .string()
    .refine(isImportLimits, 'is not JSON of limits of functions/imports/domain/limits.ts, such as {"writeRows":500}')
    .default('{}'),
  /**
   * Time-out of the steps that write customers; Lambda allows 900. After a workflow breaks off, the next import of its table
   * waits this long, and a few seconds more.
   */
  writeStepTimeoutSeconds: z.coerce.number().int().min(5).max(900).default(240),
  /** Receives every alarm after confirming the subscription. */
  alarmEmail: z.email().optional(),
  /** The sender of invitations and codes; Amazon SES of the region has verified its domain. Cognito's own sender without it. */
  signInEmail: z.email().optional(),
  /**
   * The only origin whose pages may exchange files with the data bucket. A deployment learns the console's address when it
   * ends, so that any CloudFront distribution is allowed until it is set.
   */
  consoleOrigin: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+$/, 'is not an origin such as https://d111111abcdef8.cloudfront.net')
    .default('https://*.cloudfront.net'),
  /** Location of the runbook in alarm descriptions: an address, or a path in the repository. */
  runbook: z.string().min(1).default('docs/runbook.md'),
  /** Maximum of concurrent chunks of one stage of an import. `npm run deploy` sets half of the account's concurrency. */
  mapConcurrency: z.coerce.number().int().min(1).default(CHUNKS_AT_ONCE),
  /** Whether Amazon GuardDuty scans the documents of customers for malware, at its price by object and size. */
  scanDocuments: z.stringbool().default(false),
  /** How long an audit entry is kept. A year and a month: last year's are there when the year is reviewed. */
  auditRetentionDays: z.coerce.number().int().min(30).max(3_660).default(396),
  /** Limit of the HTTP API. Two hundred users who search as they type send about a thousand. */
  requestsPerSecond: z.coerce.number().int().min(1).max(10_000).default(2_000),
});

export interface Settings {
  readonly stage: (typeof STAGES)[number];
  /** Applies to tables, bucket and user pool when their stack is deleted; logs are always deleted with their function. */
  readonly removalPolicy: RemovalPolicy;
  /** Prevents the deletion of tables and user pool, even by users with the permission to delete them. */
  readonly deletionProtection: boolean;
  readonly logRetention: RetentionDays;
  /** Whether a second factor is required of every user, or optional. */
  readonly requiresSecondFactor: boolean;
  readonly importLimits: string;
  readonly writeStepTimeoutSeconds: number;
  readonly alarmEmail: string | undefined;
  readonly signInEmail: string | undefined;
  readonly consoleOrigin: string;
  readonly runbook: string;
  readonly mapConcurrency: number;
  readonly requestsPerSecond: number;
  readonly auditRetentionDays: number;
  readonly scanDocuments: boolean;
}

/**
 * Reads the settings in a CDK context; ignores the names that the CDK and its plugins store there.
 * @throws ZodError if a setting has an invalid value
 * @throws Error if an unknown name resembles a setting: a misspelled stage must not deploy another one
 */
export function readSettings(context: Readonly<Record<string, unknown>>): Settings {
  rejectNearMisses(Object.keys(context));
  const given = ContextSchema.parse(context);
  const isProduction = given.stage === 'production';
  return {
    stage: given.stage,
    removalPolicy: isProduction ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    deletionProtection: isProduction,
    logRetention: isProduction ? RetentionDays.SIX_MONTHS : RetentionDays.ONE_MONTH,
    requiresSecondFactor: isProduction,
    importLimits: given.importLimits,
    writeStepTimeoutSeconds: given.writeStepTimeoutSeconds,
    alarmEmail: given.alarmEmail,
    signInEmail: given.signInEmail,
    consoleOrigin: given.consoleOrigin,
    runbook: given.runbook,
    mapConcurrency: given.mapConcurrency,
    requestsPerSecond: given.requestsPerSecond,
    auditRetentionDays: given.auditRetentionDays,
    scanDocuments: given.scanDocuments,
  };
}

/** Whether the CDK owns the name: `@aws-cdk/...`, `aws:cdk:...`, `availability-zones:account=...`. No setting has such a name. */
const isNameOfTheCdk = (name: string): boolean => /[@:/]/.test(name);

function rejectNearMisses(names: readonly string[]): void {
  const settings = Object.keys(ContextSchema.shape);
  for (const name of names.filter((each) => !settings.includes(each) && !isNameOfTheCdk(each))) {
    const near = settings.find((each) => plainName(each) === plainName(name)) ?? nearMiss(name, settings);
    if (near !== undefined) throw new Error(`There is no setting "${name}". Did you mean "${near}"?`);
  }
}
