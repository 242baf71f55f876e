import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoImportRepository } from './import-repository.ts';

const PAGE = 100;
/** An import that ends after a thousand later ones have started has been superseded: it writes nothing. */
const MOST_PAGES = 10;

/**
 * The ids of the imports of a CRM table that may have written since a time: those that have ended since, and those that have
 * not ended. Eventually consistent.
 */
export async function importsSince(
  client: DynamoDBClient,
  controlTable: string,
  tablePrefix: string,
  since: string,
): Promise<ReadonlySet<string>> {
  const imports = new DynamoImportRepository(client, controlTable);
  const found = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await imports.list(tablePrefix, { limit: PAGE, after });
    for (const { importId, endedAt } of items) if (endedAt === undefined || endedAt >= since) found.add(importId);
    if (next === undefined) break;
    after = next;
  }
  return found;
}
