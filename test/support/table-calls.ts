import * as z from 'zod';
import { readBody } from '../../local/http/read-body.ts';
import { type RunningServer, serve } from '../../local/http/server.ts';

/** One item, or one list of items, that a function requests from a table of DynamoDB. */
export interface TableCall {
  /** Functions name themselves in it as `app/<function name>`. */
  readonly userAgent: string;
  readonly action: string;
  readonly table: string;
  readonly inIndex: boolean;
  readonly partition: string;
}

const MOST_BYTES = 16 * 1024 * 1024;

const TextSchema = z.object({ S: z.string() });
const KeySchema = z.object({ PK: TextSchema });
const KeyedSchema = z.object({ TableName: z.string(), Key: KeySchema.optional(), Item: KeySchema.optional() });
const QuerySchema = z.object({
  TableName: z.string(),
  IndexName: z.string().optional(),
  KeyConditionExpression: z.string(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()),
});
const TransactionSchema = z.object({ TransactItems: z.array(z.record(z.string(), KeyedSchema)) });

/** The action that IAM knows for a part of a transaction. */
const PARTS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

type RequestedCall = Omit<TableCall, 'userAgent'>;

function requestedCallOf(action: string, body: unknown): RequestedCall {
  const { TableName: table, Key, Item } = KeyedSchema.parse(body);
  const { PK } = KeySchema.parse(Key ?? Item);
  return { action, table, inIndex: false, partition: PK.S };
}

function requestedByQuery(body: unknown): RequestedCall {
  const { TableName: table, IndexName, ...query } = QuerySchema.parse(body);
  const [, value = ''] = /^\S+ = (:\w+)/.exec(query.KeyConditionExpression) ?? [];
  const partition = TextSchema.parse(query.ExpressionAttributeValues[value]).S;
  return { action: 'Query', table, inIndex: IndexName !== undefined, partition };
}

/** @returns nothing for operations that the control table does not see: batches, PartiQL, and those on tables. */
function allRequestedCalls(operation: string, body: unknown): RequestedCall[] {
  if (operation === 'Query') return [requestedByQuery(body)];
  if (/^(Get|Put|Update|Delete)Item$/.test(operation)) return [requestedCallOf(operation, body)];
  if (operation !== 'TransactWriteItems') return [];
  return TransactionSchema.parse(body).TransactItems.flatMap((item) =>
    Object.entries(item).map(([part, requested]) => requestedCallOf(PARTS[part] ?? part, requested)),
  );
}

const PASSED_ON = ['authorization', 'content-type', 'x-amz-date', 'x-amz-target'];

/** Serves DynamoDB as the engine does, and reports each call. */
export function serveReported(engineUrl: string, report: (call: TableCall) => void): Promise<RunningServer> {
  return serve('Reported DynamoDB', 0, async (request, response) => {
    const body = await readBody(request, MOST_BYTES);
    const { 'user-agent': userAgent = '', 'x-amz-target': target = '' } = request.headers;
    if (request.method === 'POST') {
      const operation = String(target).replace(/^.*\./, '');
      for (const requested of allRequestedCalls(operation, JSON.parse(body.toString())))
        report({ ...requested, userAgent });
    }
    const answer = await fetch(engineUrl, {
      method: request.method ?? 'GET',
      headers: PASSED_ON.map((name): [string, string] => [name, String(request.headers[name] ?? '')]),
      ...(request.method === 'POST' && { body: new Uint8Array(body) }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
}
