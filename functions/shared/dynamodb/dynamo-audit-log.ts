import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type AuditOrigin, auditEntry, auditTtl, REJECTION, VIEW } from '../domain/audit/audit-entry.ts';
import {
  type AuditLog,
  type RejectedRequest,
  type View,
  viewWindowOf,
  windowOf,
} from '../domain/audit/rejected-request.ts';
import { VIEW_PERMISSION } from '../domain/view-as.ts';
import { toItem } from './attributes.ts';
import { ControlTable, type GuardedWrite, updateItem } from './control-table.ts';
import { rejectionsKey, viewKey } from './rejections-item.ts';

/** The condition fails if the view has its entry: the transaction then writes nothing. */
function onceIn(window: string, person: string, userId: string, origin: AuditOrigin): GuardedWrite<'recorded'> {
  const ttl = auditTtl(origin);
  const update = {
    UpdateExpression: `SET recordedViews = :one${ttl === undefined ? '' : ', #ttl = :ttl'}`,
    ConditionExpression: 'attribute_not_exists(PK)',
    ...(ttl !== undefined && { ExpressionAttributeNames: { '#ttl': 'ttl' } }),
    ExpressionAttributeValues: toItem({ ':one': 1, ':ttl': ttl }),
  };
  return updateItem(viewKey(person, userId, window), update, 'recorded');
}

export class DynamoAuditLog implements AuditLog {
  readonly retentionDays: number;
  readonly #client: DynamoDBClient;
  readonly #table: string;
  /** The hour for which this environment knows a view to be recorded, by person and user. */
  readonly #views = new Map<string, string>();

  constructor(client: DynamoDBClient, controlTable: string, retentionDays: number) {
    this.#client = client;
    this.#table = controlTable;
    this.retentionDays = retentionDays;
  }

  async recordRejection(rejected: RejectedRequest): Promise<void> {
    if ((await this.#count(rejected)) > 1) return;
    const { origin, route, code } = rejected;
    const act = { ...REJECTION, object: route, account: undefined, after: { code } };
    await new ControlTable(this.#client, this.#table).writeAudited([], auditEntry(origin, act));
  }

  async recordView({ origin, userId }: View): Promise<void> {
    const person = origin.caller.userId;
    const window = viewWindowOf(origin.receivedAt);
    const name = JSON.stringify([person, userId]);
    if (this.#views.get(name) === window) return;
    // Without the roles of the route: it is the right to supervise that allows the view.
    const act = { ...VIEW, object: userId, account: undefined };
    const entry = auditEntry({ ...origin, permission: VIEW_PERMISSION }, act);
    await new ControlTable(this.#client, this.#table).writeAudited([onceIn(window, person, userId, origin)], entry);
    this.#views.set(name, window);
  }

  /** Counts the request. @returns the number of rejections of the person, by the route, in these five minutes */
  async #count({ origin, route }: RejectedRequest): Promise<number> {
    const ttl = auditTtl(origin);
    const { Attributes } = await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: toItem({ ...rejectionsKey(origin.caller.userId, route, windowOf(origin.receivedAt)) }),
        UpdateExpression: `ADD rejections :one${ttl === undefined ? '' : ' SET #ttl = :ttl'}`,
        ...(ttl !== undefined && { ExpressionAttributeNames: { '#ttl': 'ttl' } }),
        ExpressionAttributeValues: toItem({ ':one': 1, ':ttl': ttl }),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.rejections?.N);
  }
}
