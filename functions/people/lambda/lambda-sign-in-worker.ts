import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { SignInWorker } from '../ports.ts';

/** Invokes reconcile-sign-ins. If Lambda does not accept the event, the schedule of the function starts it later. */
export class LambdaSignInWorker implements SignInWorker {
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
