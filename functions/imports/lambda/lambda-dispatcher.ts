import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Dispatcher } from '../ports.ts';

/** Invokes start-import to dispatch a CRM table's queue. Lambda keeps the event and retries when the function fails. */
export class LambdaDispatcher implements Dispatcher {
  readonly #client: LambdaClient;
  readonly #functionName: string;

  constructor(client: LambdaClient, functionName: string) {
    this.#client = client;
    this.#functionName = functionName;
  }

  async dispatch(tablePrefix: string): Promise<void> {
    await this.#client.send(
      new InvokeCommand({
        FunctionName: this.#functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify({ dispatch: tablePrefix }),
      }),
    );
  }
}
