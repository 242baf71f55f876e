import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { PublishedTable } from '../../crm-tables/index.ts';
import type { SearchTerm } from '../domain/search-terms.ts';
import type { Candidate, CustomerSearch } from '../ports.ts';
import { type CustomerItem, slotPartition, slotValue } from './customer-item.ts';
import type { TableReader } from './read-customers.ts';

/** The entry of an index after which a search goes on, and the term to which it belongs. */
const PositionSchema = z.strictObject({ term: z.int().min(0), entry: z.record(z.string(), z.string()) });
type Position = z.infer<typeof PositionSchema>;

interface TermPage {
  readonly candidates: readonly Candidate[];
  readonly isLast: boolean;
}

const text = (item: Readonly<Record<string, string>>): CustomerItem =>
  Object.fromEntries(Object.entries(item).map(([name, value]): [string, AttributeValue] => [name, { S: value }]));

/** The condition on the keys of a slot's index. */
function keyCondition({ prefix }: PublishedTable, slot: string, { field, form, isPrefix }: SearchTerm) {
  const isTelephone = field.type === 'telephone';
  const comparison = isPrefix ? `begins_with(${slot}Value, :value)` : `${slot}Value = :value`;
  return {
    IndexName: slot,
    KeyConditionExpression: `${slot} = :partition AND ${comparison}`,
    ExpressionAttributeValues: text({
      ':partition': slotPartition(prefix, isTelephone, form),
      ':value': slotValue(prefix, isTelephone, form),
    }),
  };
}

/** The term that matches the fewest customers, as far as its type says so. */
function mostSelective(terms: readonly SearchTerm[]): number {
  const weight = ({ field, isPrefix, form }: SearchTerm) =>
    (field.type === 'telephone' ? 2_000 : 0) + (field.type === 'email' ? 1_000 : 0) + (isPrefix ? form.length : 0);
  const weights = terms.map(weight);
  return weights.indexOf(Math.max(...weights));
}

/** Finds customers by the sparse index slots of the customers table. */
export function slotSearch({ calls, tableName }: TableReader): CustomerSearch {
  async function pageOf(
    table: PublishedTable,
    term: SearchTerm,
    index: number,
    after: Position | undefined,
    limit: number,
  ): Promise<TermPage> {
    const slot = `slot${table.slots.find(({ code }) => code === term.field.code)?.slot}`;
    const { Items = [], LastEvaluatedKey } = await calls.query({
      TableName: tableName,
      ...keyCondition(table, slot, term),
      Limit: limit,
      ...(after?.term === index && { ExclusiveStartKey: text(after.entry) }),
    });
    const candidates = Items.map((item): Candidate => {
      const entry = Object.fromEntries(['PK', 'SK', slot, `${slot}Value`].map((name) => [name, item[name]?.S ?? '']));
      return { customerId: entry.SK ?? '', term: index, position: JSON.stringify({ term: index, entry }) };
    });
    return { candidates, isLast: LastEvaluatedKey === undefined };
  }

  return {
    async find(table, terms, combine, after, limit) {
      const position = after === undefined ? undefined : PositionSchema.parse(JSON.parse(after));
      const only = combine === 'all' ? mostSelective(terms) : undefined;
      const first = position?.term ?? only ?? 0;
      const last = only ?? terms.length - 1;
      // At once, since a search in the one box has a term for every field, and most of them find nothing.
      const pages = await Promise.all(
        terms.map((term, index) =>
          index < first || index > last ? undefined : pageOf(table, term, index, position, limit),
        ),
      );
      const candidates: Candidate[] = [];
      for (const page of pages) {
        if (!page) continue;
        candidates.push(...page.candidates.slice(0, limit - candidates.length));
        const isCut = !page.isLast || candidates.length === limit;
        if (isCut) return { candidates, isLast: false };
      }
      return { candidates, isLast: true };
    },
  };
}
