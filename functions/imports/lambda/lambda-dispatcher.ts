import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Dispatcher, Starter } from '../ports.ts';

/** Invokes start-import to begin an import, or to dispatch a CRM table's queue. Lambda keeps the event and retries when the function fails. */
export class LambdaDispatcher implements Dispatcher, Starter {
  readonly #client: LambdaClient;
  readonly #functionName: string;

  constructor(client: LambdaClient, functionName: string) {
    this.#client = client;
    this.#functionName = functionName;
  }

  dispatch(tablePrefix: string): Promise<void> {
    return this.#invoke({ dispatch: tablePrefix });
  }

  begin(importId: string): Promise<void> {
    return this.#invoke({ begin: importId });
  }

  async #invoke(event: object): Promise<void> {
    await this.#client.send(
      new InvokeCommand({
        FunctionName: this.#functionName,
        InvocationType: 'Event',
        Payload: JSON.stringify(event),
      }),
    );
  }
}
