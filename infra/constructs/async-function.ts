import { Duration, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { CrmFunction, type CrmFunctionProps, type EnvSchema } from './crm-function.ts';
import * as may from './permissions.ts';

/** Lambda retries an asynchronous invocation at most twice. */
const LAMBDA_RETRIES = 2;
/** Longer than an outage of an hour or two, and short enough that an event never takes effect unexpectedly on the next day. */
export const MAX_EVENT_AGE = Duration.hours(6);
/** The longest retention of SQS, so that operators have time to react. */
const DEAD_LETTER_RETENTION = Duration.days(14);

export type AsyncFunctionProps<Schema extends EnvSchema> = Omit<CrmFunctionProps<Schema>, 'deadLetterQueue'> & {
  /** Receives Lambda's record of an event that failed. Without it the event goes to the dead-letter queue. */
  readonly onFailure?: IFunction;
};

/** A function that is invoked asynchronously. Failed events go to `onFailure` or to the dead-letter queue. */
export class AsyncFunction<Schema extends EnvSchema> extends Construct {
  readonly lambda: IFunction;
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, { onFailure, ...props }: AsyncFunctionProps<Schema>) {
    super(scope, id);
    this.deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: DEAD_LETTER_RETENTION,
    });
    if (onFailure) {
      Validations.of(this.deadLetterQueue).acknowledge({
        id: 'AwsSolutions-SQS3',
        reason:
          'This is the dead-letter queue of a rule, for events that cannot be delivered; the check ignores rules.',
      });
    }
    const handler = onFailure
      ? new CrmFunction(this, 'Handler', { ...props, permissions: [...props.permissions, ...may.invoke(onFailure)] })
      : new CrmFunction(this, 'Handler', { ...props, deadLetterQueue: this.deadLetterQueue });
    this.lambda = handler.lambda;
    this.lambda.configureAsyncInvoke({
      retryAttempts: LAMBDA_RETRIES,
      maxEventAge: MAX_EVENT_AGE,
      // CDK's Lambda destination would also allow every version and alias of the function.
      ...(onFailure && { onFailure: { bind: () => ({ destination: onFailure.functionArn }) } }),
    });
  }
}
