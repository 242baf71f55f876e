import { Duration, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { CrmFunction, type CrmFunctionProps, type EnvSchema } from './crm-function.ts';
import * as may from './permissions.ts';

/** Lambda repeats an asynchronous invocation twice at most. */
const LAMBDA_RETRIES = 2;
/** Long enough to outlast an outage of an hour or two, short enough that nobody is surprised the next day. */
export const MOST_AGE = Duration.hours(6);
/** The longest that SQS keeps a message: time for somebody to look. */
const KEEP_DEAD_LETTERS = Duration.days(14);

export type AsyncFunctionProps<Schema extends EnvSchema> = Omit<CrmFunctionProps<Schema>, 'deadLetterQueue'> & {
  /** Receives Lambda's record of an event that was not handled. Without it the event waits in the dead-letter queue. */
  readonly onFailure?: IFunction;
};

/** A function that is invoked asynchronously. No event of it is lost: see `onFailure`. */
export class AsyncFunction<Schema extends EnvSchema> extends Construct {
  readonly lambda: IFunction;
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, { onFailure, ...props }: AsyncFunctionProps<Schema>) {
    super(scope, id);
    this.deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: KEEP_DEAD_LETTERS,
    });
    if (onFailure) {
      Validations.of(this.deadLetterQueue).acknowledge({
        id: 'AwsSolutions-SQS3',
        reason:
          'It is the dead-letter queue of a rule, for events that cannot be delivered: the check does not see rules.',
      });
    }
    const handler = onFailure
      ? new CrmFunction(this, 'Handler', { ...props, permissions: [...props.permissions, ...may.invoke(onFailure)] })
      : new CrmFunction(this, 'Handler', { ...props, deadLetterQueue: this.deadLetterQueue });
    this.lambda = handler.lambda;
    this.lambda.configureAsyncInvoke({
      retryAttempts: LAMBDA_RETRIES,
      maxEventAge: MOST_AGE,
      // CDK's own destination would also allow every version and alias of the function.
      ...(onFailure && { onFailure: { bind: () => ({ destination: onFailure.functionArn }) } }),
    });
  }
}
