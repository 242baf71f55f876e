import { CUSTOMER_ID_CODE, requirePublished, tableNotFound } from '../../crm-tables/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { CustomerView } from '../domain/customer-view.ts';
import { asPublished, type DraftFinding, DraftFindings } from '../domain/draft-findings.ts';
import type { DeskPorts } from './desk-ports.ts';

/** Some megabytes of customers, which one request reads and checks in a second or two. */
const MOST_CUSTOMERS = 2_000;
const QUERIES_IN_FLIGHT = 16;

export interface DraftCheck {
  /** The number of customers that were checked, from the beginning of each shard. */
  readonly checked: number;
  readonly rejected: number;
  /** Whether these are all customers of the table. */
  readonly isWhole: boolean;
  /** The number of the draft's fields that the caller's roles hide. */
  readonly hiddenFields: number;
  readonly findings: readonly DraftFinding[];
}

/**
 * Counts the stored customers that the draft of a CRM table rejects. Fields that the caller does not see as a reader of
 * customers are not checked.
 * @throws DomainError `crm-table.not-found`, `crm-table.not-published`
 */
export async function checkDraft(
  { tables, drafts, pages }: Pick<DeskPorts, 'tables' | 'drafts' | 'pages'>,
  prefix: string,
  caller: Caller,
): Promise<DraftCheck> {
  const published = await requirePublished({ tables }, prefix);
  const draft = await drafts.readDraft(prefix);
  if (!draft) throw tableNotFound(prefix);
  const view = new CustomerView(caller, 'customers.search', asPublished(published, draft));
  const findings = new DraftFindings(view);
  const hiddenFields = draft.fields.filter(({ code }) => code !== CUSTOMER_ID_CODE && !view.field(code)).length;
  if (!view.has('customers.search')) return { ...findings.result, isWhole: false, hiddenFields };
  const { shardCount } = published;
  const limit = Math.ceil(MOST_CUSTOMERS / shardCount);
  const shards = Array.from({ length: shardCount }, (_, shard) => shard);
  const ends = await mapConcurrently(shards, QUERIES_IN_FLIGHT, async (shard) => {
    // One more than is checked tells whether there are more.
    const page = await pages.customers(published, { shard, after: undefined, limit: limit + 1, codes: findings.codes });
    for (const { customerId, values } of page.customers.slice(0, limit)) findings.add(customerId, values);
    return page.next === undefined && page.customers.length <= limit;
  });
  return { ...findings.result, isWhole: ends.every((isEnd) => isEnd), hiddenFields };
}
