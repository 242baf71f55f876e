import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { type PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { Settings } from '../settings.ts';
import { countInLog } from './metric-log.ts';
import { ownService } from './permissions.ts';

/** Returns the code of a bundle by its name, e.g. `step-plan`. */
export type CodeOf = (bundle: string) => Code;

export type EnvSchema = z.ZodType<unknown, Record<string, string>>;

export interface CrmFunctionProps<Schema extends EnvSchema> {
  /** The bundle's name: a directory under dist/ whose index.mjs exports `handler`. */
  readonly bundle: string;
  readonly codeOf: CodeOf;
  readonly description: string;
  /** The schema with which the function parses its environment. */
  readonly schema: Schema;
  readonly environment: z.input<Schema>;
  /** All permissions of the function, except to write its log and its traces. */
  readonly permissions: readonly PolicyStatement[];
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly settings: Settings;
  /** Receives failed events of an asynchronously invoked function. */
  readonly deadLetterQueue?: IQueue;
}

/** One Lambda function of Switchboard, with a separate role and log. */
export class CrmFunction<Schema extends EnvSchema> extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: CrmFunctionProps<Schema>) {
    super(scope, id);
    // Parsed here so that an invalid value fails the synthesis instead of the first invocation.
    props.schema.parse(props.environment);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.settings.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    countInLog(this, logGroup, props.settings);
    const role = new Role(this, 'Role', { assumedBy: ownService(this, 'lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      code: props.codeOf(props.bundle),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: {
        ...props.environment,
        NODE_OPTIONS: '--enable-source-maps',
        LOG_LEVEL: 'INFO',
      },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      ...(props.deadLetterQueue && { deadLetterQueue: props.deadLetterQueue }),
    });
    for (const statement of props.permissions) role.addToPolicy(statement);
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Traces (xray:PutTraceSegments, xray:PutTelemetryRecords) have no resource: IAM offers no narrower form.',
    });
  }
}
