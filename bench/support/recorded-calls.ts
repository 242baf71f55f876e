import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  type KeysAndAttributes,
  QueryCommand,
  type ServiceInputTypes,
} from '@aws-sdk/client-dynamodb';

type Send = (client: DynamoDBClient) => Promise<unknown>;

/** Records the reads of a client, and which of them ran at once, so that a bare client can send the same ones. */
export class RecordedCalls {
  #waves: Send[][] = [];
  /** Undefined after an answer: the next call begins another wave. */
  #wave: Send[] | undefined;

  constructor(client: DynamoDBClient) {
    client.middlewareStack.add(
      (next) => async (args) => {
        this.#record(sendAgain(args.input));
        const answer = await next(args);
        this.#wave = undefined;
        return answer;
      },
      { step: 'initialize', name: 'recorder' },
    );
  }

  /** The calls since the last time. Those of a wave were sent before any of them was answered. */
  take(): Send[][] {
    const waves = this.#waves;
    this.#waves = [];
    this.#wave = undefined;
    return waves;
  }

  #record(send: Send): void {
    if (!this.#wave) {
      this.#wave = [];
      this.#waves.push(this.#wave);
    }
    this.#wave.push(send);
  }
}

export async function sendWaves(waves: readonly Send[][], client: DynamoDBClient): Promise<void> {
  for (const wave of waves) await Promise.all(wave.map((send) => send(client)));
}

function sendAgain(input: ServiceInputTypes): Send {
  if ('KeyConditionExpression' in input) return (client) => client.send(new QueryCommand(input));
  if ('Key' in input && 'ConsistentRead' in input) return (client) => client.send(new GetItemCommand(input));
  if ('RequestItems' in input) return (client) => client.send(batchGet(input.RequestItems ?? {}));
  throw new Error('A search sends a call that cannot be sent again.');
}

function batchGet(requests: Readonly<Record<string, KeysAndAttributes | object[]>>): BatchGetItemCommand {
  const reads: Record<string, KeysAndAttributes> = {};
  for (const [table, request] of Object.entries(requests)) {
    if (!('Keys' in request)) throw new Error('A search writes.');
    reads[table] = request;
  }
  return new BatchGetItemCommand({ RequestItems: reads });
}
