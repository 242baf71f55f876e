import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { ScheduleFiring } from '../domain/timer.ts';
import type { RunStarter } from '../ports.ts';

/** Gives start-import the event that EventBridge Scheduler would give. Lambda keeps it and retries when the function fails. */
export class LambdaRunStarter implements RunStarter {
  readonly #client: LambdaClient;
  readonly #functionArn: string;

  constructor(client: LambdaClient, functionArn: string) {
    this.#client = client;
    this.#functionArn = functionArn;
  }

  async start(firing: ScheduleFiring): Promise<void> {
    await this.#client.send(
      new InvokeCommand({
        FunctionName: this.#functionArn,
        InvocationType: 'Event',
        Payload: JSON.stringify(firing),
      }),
    );
  }
}
