import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { JobWorker } from '../ports.ts';

/** Invokes work-maintenance. If Lambda does not accept the event, the schedule of the function starts it later. */
export class LambdaJobWorker implements JobWorker {
  readonly #client: LambdaClient;
  readonly #functionName: string;

  constructor(client: LambdaClient, functionName: string) {
    this.#client = client;
    this.#functionName = functionName;
  }

  async start(): Promise<void> {
    await this.#client.send(new InvokeCommand({ FunctionName: this.#functionName, InvocationType: 'Event' }));
  }
}
