import { Duration } from 'aws-cdk-lib';
import { type EventPattern, Rule, type Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { CrmFunction, type CrmFunctionProps, type EnvSchema } from './crm-function.ts';

/** Lambda repeats an asynchronous invocation twice at most. */
const LAMBDA_RETRIES = 2;
/** Long enough to outlast an outage of an hour or two, short enough that nobody is surprised the next day. */
const MOST_AGE = Duration.hours(6);
/** The longest that SQS keeps a message: time for somebody to look. */
const KEEP_DEAD_LETTERS = Duration.days(14);

/** What invokes the function: an event, or the clock. */
type Trigger = { readonly eventPattern: EventPattern } | { readonly schedule: Schedule };

type EventFunctionProps<Schema extends EnvSchema> = Omit<CrmFunctionProps<Schema>, 'deadLetterQueue'> & {
  readonly trigger: Trigger;
};

/** A function that a rule invokes. What cannot be delivered to it, or handled by it, waits in its dead-letter queue. */
export class EventFunction<Schema extends EnvSchema> extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, { trigger, ...props }: EventFunctionProps<Schema>) {
    super(scope, id);
    const deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: KEEP_DEAD_LETTERS,
    });
    const { lambda } = new CrmFunction(this, 'Handler', { ...props, deadLetterQueue });
    lambda.configureAsyncInvoke({ retryAttempts: LAMBDA_RETRIES, maxEventAge: MOST_AGE });
    new Rule(this, 'Rule', {
      description: props.description,
      ...trigger,
      targets: [new LambdaTarget(lambda, { deadLetterQueue, maxEventAge: MOST_AGE })],
    });
    this.lambda = lambda;
  }
}
