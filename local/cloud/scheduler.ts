import type { AsyncInvoker } from '../functions/async-invoker.ts';
import type { DeadLetters } from '../functions/dead-letters.ts';
import type { SchedulerClock } from '../scheduler/clock.ts';
import { type ScheduledInvocation, Scheduler } from '../scheduler/scheduler.ts';
import type { CloudTemplate } from '../template/cloud-template.ts';

interface SchedulerParts {
  readonly journalFile: string;
  readonly clock: SchedulerClock;
  readonly invoker: AsyncInvoker;
  readonly deadLetters: DeadLetters;
}

/**
 * The scheduler over the template's groups and functions. As on AWS it hands a run to Lambda, which then owns retries and the
 * function's dead letters; the schedule's dead-letter queue receives only runs whose function does not exist.
 */
export function schedulerOf({ scheduleGroups, functions }: CloudTemplate, parts: SchedulerParts): Scheduler {
  const { journalFile, clock, invoker, deadLetters } = parts;
  const names = new Map(functions.map(({ arn, name }) => [arn, name]));
  const arns = new Map(scheduleGroups.map(({ name, arn }) => [name, arn]));

  function deliver(invocation: ScheduledInvocation): void {
    const { id, functionArn, input } = invocation;
    const name = names.get(functionArn);
    if (name === undefined) sendToDeadLetters(invocation);
    else invoker.accept(name, input, id);
  }

  function sendToDeadLetters({ id, functionArn, input, deadLetterQueueArn }: ScheduledInvocation): void {
    const failure = { errorType: 'ResourceNotFoundException', errorMessage: `Function not found: ${functionArn}` };
    const where = deadLetterQueueArn === undefined ? 'dropped' : deadLetters.send(deadLetterQueueArn, input, failure);
    console.error(`The schedule ${id} names the function ${functionArn}, which does not exist; its event: ${where}`);
  }

  const arnOf = (id: string) => {
    const [group = '', name = ''] = id.split('/');
    return `${(arns.get(group) ?? `schedule-group/${group}`).replace('schedule-group/', 'schedule/')}/${name}`;
  };
  return new Scheduler({ journalFile, groups: [...arns.keys()], arnOf, clock, deliver });
}
