import { expect, test } from '@jest/globals';
import { checkDraft } from '../../../functions/customers/use-cases/check-draft.ts';
import { PERMISSION_NAMES } from '../../../functions/shared/domain/permissions.ts';
import { publishedIn } from '../../support/memory-desk.ts';
import { voucim } from '../../support/published-table.ts';

const table = voucim({ shardCount: 4 });
const grant = { role: 'r', name: 'R', permissions: PERMISSION_NAMES, accounts: 'all' as const, fieldRules: [] };
const CALLER = { userId: 'brigitte', grants: [grant] };

/** Checks the draft of a table with so many customers in each shard, all without a last name, which the draft requires. */
function checkOf(perShard: number) {
  const fields = table.fields.map((field) => (field.code === 'P011' ? { ...field, required: true } : field));
  const customers = Array.from({ length: perShard }, (_, at) => ({
    ...{ customerId: `C${at}`, values: { P011: '' }, importId: undefined },
  }));
  const ports = {
    tables: publishedIn(table),
    drafts: { readDraft: async () => ({ ...table, fields, accountPrefix: table.accountPrefix }) },
    pages: {
      customers: async (_: unknown, { limit = perShard }: { readonly limit?: number | undefined }) => ({
        ...{ read: limit, bytes: 0, customers: customers.slice(0, limit) },
        // DynamoDB does not know whether an item follows the last one of the limit.
        next: limit <= perShard ? `C${limit}` : undefined,
      }),
    },
  };
  return checkDraft(ports, table.prefix, CALLER);
}

test.each([
  [0, 0, true],
  [499, 1_996, true],
  [500, 2_000, true],
  [501, 2_000, false],
])('of %i customers in each shard, %i are checked; all: %s', async (perShard, checked, isWhole) => {
  expect(await checkOf(perShard)).toMatchObject({ checked, rejected: checked, isWhole });
});
