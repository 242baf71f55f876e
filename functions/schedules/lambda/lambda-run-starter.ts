import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { type ScheduleFiring, type Started, startedBy } from '../domain/timer.ts';
import type { RunStarter } from '../ports.ts';

/** Gives start-import or start-export the event that EventBridge Scheduler would give. Lambda keeps it and retries when the function fails. */
export class LambdaRunStarter implements RunStarter {
  readonly #client: LambdaClient;
  readonly #functionArns: Readonly<Record<Started, string>>;

  constructor(client: LambdaClient, functionArns: Readonly<Record<Started, string>>) {
    this.#client = client;
    this.#functionArns = functionArns;
  }

  async start(firing: ScheduleFiring): Promise<void> {
    await this.#client.send(
      new InvokeCommand({
        FunctionName: this.#functionArns[startedBy(firing.schedule)],
        InvocationType: 'Event',
        Payload: JSON.stringify(firing),
      }),
    );
  }
}
