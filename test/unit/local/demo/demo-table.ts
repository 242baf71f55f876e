import { completeDraft } from '../../../../functions/crm-tables/domain/complete-draft.ts';
import { DraftInputSchema } from '../../../../functions/crm-tables/domain/draft.ts';
import { prepareVersion } from '../../../../functions/crm-tables/domain/prepare-version.ts';
import { type PublishedTable, STANDARD_FIELDS } from '../../../../functions/crm-tables/index.ts';
import type { DemoClient } from '../../../../local/demo/client.ts';
import { structureOf } from '../../../../local/demo/structure.ts';

/** The CRM table of a client of the demo, as the API publishes it. */
export function demoTable(client: DemoClient): PublishedTable {
  const { prefix, name, defaultCountry } = client.table;
  const input = DraftInputSchema.parse({ name, defaultCountry, ...structureOf(client, STANDARD_FIELDS) });
  const draft = completeDraft(input, []);
  const created = new Date('2026-11-30T00:00:00.000Z');
  const table = {
    ...{ prefix, accountPrefix: client.account.prefix, shardCount: 16, createdAt: created.toISOString() },
    ...{ publishedCodes: [], publishedVersion: undefined },
  };
  return prepareVersion(table, draft, created).version;
}
