import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { auditEntry, auditTtl, REJECTION } from '../domain/audit/audit-entry.ts';
import { type AuditLog, type RejectedRequest, windowOf } from '../domain/audit/rejected-request.ts';
import { toItem } from './attributes.ts';
import { ControlTable } from './control-table.ts';
import { rejectionsKey } from './rejections-item.ts';

export class DynamoAuditLog implements AuditLog {
  readonly retentionDays: number;
  readonly #client: DynamoDBClient;
  readonly #table: string;

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
