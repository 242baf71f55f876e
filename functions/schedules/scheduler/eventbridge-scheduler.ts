import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { Timer } from '../domain/timer.ts';
import type { Scheduler } from '../ports.ts';

/** The functions that timers invoke, and the role that permits it. */
export interface TimerTarget {
  /** The group of all timers of a stage. */
  readonly group: string;
  readonly functionArns: Readonly<Record<Timer['starts'], string>>;
  readonly roleArn: string;
  /** Receives the events that could not be delivered to the function. */
  readonly deadLetterQueueArn: string;
}

/** Longer than an outage of an hour or two; a day later the next run is nearer. */
const MOST_AGE_SECONDS = 6 * 3600;
/** The waits between retries increase, so the age ends them first. */
const MOST_RETRIES = 185;

/** For a function that removes timers and makes none. @param group of all timers of a stage */
export const timerRemover = (client: SchedulerClient, group: string): Pick<Scheduler, 'remove'> => ({
  async remove(name) {
    try {
      await client.send(new DeleteScheduleCommand({ Name: name, GroupName: group }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});

export class EventBridgeScheduler implements Scheduler {
  readonly #client: SchedulerClient;
  readonly #target: TimerTarget;

  constructor(client: SchedulerClient, target: TimerTarget) {
    this.#client = client;
    this.#target = target;
  }

  async put(timer: Timer): Promise<void> {
    const input = this.#inputOf(timer);
    if (await this.#update(input)) return;
    try {
      await this.#client.send(new CreateScheduleCommand(input));
    } catch (error) {
      // Another request has created it meanwhile.
      if (!(error instanceof ConflictException) || !(await this.#update(input))) throw error;
    }
  }

  remove(name: string): Promise<void> {
    return timerRemover(this.#client, this.#target.group).remove(name);
  }

  async #update(input: CreateScheduleCommandInput): Promise<boolean> {
    try {
      await this.#client.send(new UpdateScheduleCommand(input));
      return true;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return false;
      throw error;
    }
  }

  #inputOf(timer: Timer): CreateScheduleCommandInput {
    const { group, functionArns, roleArn, deadLetterQueueArn } = this.#target;
    return {
      Name: timer.name,
      GroupName: group,
      ClientToken: timer.token,
      Description: timer.description,
      ScheduleExpression: timer.expression,
      ScheduleExpressionTimezone: timer.timeZone,
      State: timer.isEnabled ? 'ENABLED' : 'DISABLED',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: timer.runsOnce ? 'DELETE' : 'NONE',
      Target: {
        Arn: functionArns[timer.starts],
        RoleArn: roleArn,
        Input: timer.input,
        DeadLetterConfig: { Arn: deadLetterQueueArn },
        RetryPolicy: { MaximumEventAgeInSeconds: MOST_AGE_SECONDS, MaximumRetryAttempts: MOST_RETRIES },
      },
    };
  }
}
