import { type EventPattern, Rule, type Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { AsyncFunction, type AsyncFunctionProps, MAX_EVENT_AGE } from './async-function.ts';
import type { EnvSchema } from './crm-function.ts';

/** The source of invocations: events, or a schedule. */
type Trigger = { readonly eventPattern: EventPattern } | { readonly schedule: Schedule };

type EventFunctionProps<Schema extends EnvSchema> = AsyncFunctionProps<Schema> & { readonly trigger: Trigger };

/** A function that a rule invokes. Events that cannot be delivered go to its dead-letter queue. */
export class EventFunction<Schema extends EnvSchema> extends AsyncFunction<Schema> {
  constructor(scope: Construct, id: string, { trigger, ...props }: EventFunctionProps<Schema>) {
    super(scope, id, props);
    const { lambda, deadLetterQueue } = this;
    new Rule(this, 'Rule', {
      description: props.description,
      ...trigger,
      targets: [new LambdaTarget(lambda, { deadLetterQueue, maxEventAge: MAX_EVENT_AGE })],
    });
  }
}
