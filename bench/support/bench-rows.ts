import type { AttributeValue, QueryInput, UpdateItemInput } from '@aws-sdk/client-dynamodb';
import { CustomerLayout, originOf, shardKey } from '../../functions/customers/dynamodb/customer-item.ts';
import { projection } from '../../functions/customers/dynamodb/read-customers.ts';
import { updateInput } from '../../functions/customers/dynamodb/write-item.ts';
import { type BulkJob, customersIn, type PreparedCustomer } from '../../functions/customers/index.ts';
import type { AcceptedPlan } from '../../functions/imports/domain/plan.ts';
import { bulkJob, cellPicker } from '../../functions/imports/domain/records/record-cells.ts';
import { CUSTOMERS_TABLE, type DynamoEngine } from './dynamo-engine.ts';
import { HEADER, row } from './rows.ts';

const SEED = 20_050_425;
/** The table's first lease. */
const FENCE = 1;

/** A benchmark's rows: as a file, and as the requests that the import makes of them, for the bare loops. */
export class BenchRows {
  readonly #lines: readonly string[];

  constructor(count: number) {
    const lines = Array.from({ length: count }, (_, index) => row(index + 1, SEED));
    // In the order of the sorted file, so that stage and bare loop write in the same order.
    this.#lines = lines.sort((a, b) => (idOf(a) < idOf(b) ? 1 : -1));
  }

  get count(): number {
    return this.#lines.length;
  }

  get file(): string {
    return `${HEADER}\n${this.#lines.join('\n')}\n`;
  }

  /** The items that the import writes. */
  items(plan: AcceptedPlan): Record<string, AttributeValue>[] {
    const job = bulkJob(plan, FENCE);
    const layout = new CustomerLayout(job, originOf(job));
    return this.#prepared(plan, job).map((customer) => layout.item(customer));
  }

  /** The same customers as an earlier import wrote them, with another title. */
  earlierItems(plan: AcceptedPlan): Record<string, AttributeValue>[] {
    return this.items({ ...plan, importId: 'earlier' }).map((item) => ({ ...item, P009: { S: 'Sir' } }));
  }

  keys(plan: AcceptedPlan): Record<string, AttributeValue>[] {
    const layout = new CustomerLayout(bulkJob(plan, FENCE));
    return this.#lines.map((line) => layout.key(idOf(line)));
  }

  /** The updates from the earlier customers to those of the file. */
  updates(plan: AcceptedPlan): UpdateItemInput[] {
    const job = bulkJob(plan, FENCE);
    const layout = new CustomerLayout(job, originOf(job));
    return this.#prepared(plan, job).map((customer) =>
      updateInput(CUSTOMERS_TABLE, layout, originOf(job), customer, 1),
    );
  }

  /** One query for each shard, over the whole range of the file. */
  queries(plan: AcceptedPlan): QueryInput[] {
    const { prefix, shardCount } = plan.table;
    const [highest = '', lowest = ''] = [this.#lines[0], this.#lines.at(-1)].map((line) => idOf(line ?? ''));
    const projected = projection(new CustomerLayout(bulkJob(plan, FENCE)));
    return Array.from({ length: shardCount }, (_, shard) => ({
      TableName: CUSTOMERS_TABLE,
      KeyConditionExpression: 'PK = :shard AND SK BETWEEN :lowest AND :highest',
      ExpressionAttributeValues: {
        ':shard': { S: shardKey(prefix, shard) },
        ':lowest': { S: lowest },
        ':highest': { S: highest },
      },
      ...projected,
    }));
  }

  /** The read method that the import chooses for these rows. */
  async readMethod(plan: AcceptedPlan, { client }: DynamoEngine) {
    const pick = cellPicker(plan);
    const drafts = this.#lines.map((line) => ({ customerId: idOf(line), cells: pick(line.split(',')) }));
    const { method } = await customersIn({ customers: CUSTOMERS_TABLE }, client)
      .bulk(bulkJob(plan, FENCE))
      .match(drafts, { consistent: plan.options.consistentRead });
    return method;
  }

  /** Prepares customers without writing them: the client has no server. */
  #prepared(plan: AcceptedPlan, job: BulkJob): PreparedCustomer[] {
    const bulk = customersIn({ customers: CUSTOMERS_TABLE }).bulk(job);
    const pick = cellPicker(plan);
    return this.#lines.map((line) => {
      const customer = bulk.prepare('insert', idOf(line), pick(line.split(',')));
      if (customer.rejected) throw new Error(`A generated row is rejected: ${customer.rejected[0]?.reason}`);
      return customer;
    });
  }
}

/** Generated rows hold no quotes. */
function idOf(line: string): string {
  return line.slice(0, line.indexOf(','));
}
