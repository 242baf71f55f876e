import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Import, listOf, NO_TABLE, positionOf } from '../../../../functions/imports/domain/import.ts';
import { listImports } from '../../../../functions/imports/use-cases/lifecycle/list-imports.ts';
import type { AccountScope } from '../../../../functions/shared/domain/caller.ts';
import type { PageRequest } from '../../../../functions/shared/domain/page.ts';

const TABLES: Readonly<Record<string, string>> = { VOUCIM: 'BRI', COPY: 'BRI', OTHERS: 'OTH' };

interface Made {
  readonly prefix: string;
  readonly minute: number;
  readonly status: 'completed' | 'rejected';
  readonly requestedBy?: 'anna' | 'ben' | undefined;
}

function importsOf(made: readonly Made[]): Import[] {
  return made.map(({ prefix, minute, status, requestedBy }, n) => ({
    ...{ importId: `i-${String(n).padStart(3, '0')}`, prefix, fileName: 'a.csv', attempt: 1, fence: 0, status },
    ...(TABLES[prefix] !== undefined && { accountPrefix: TABLES[prefix] }),
    ...{ source: { bucket: 'data', key: 'a.csv', versionId: 'v' } },
    ...(requestedBy && { requestedBy }),
    createdAt: `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`,
  }));
}

const newestFirst = (one: Import, other: Import) => (positionOf(one) < positionOf(other) ? 1 : -1);

const minuteOf = (minute: number): Date => new Date(`2026-11-22T10:0${minute}:00Z`);

/** The lists of the repository; counts the queries and the imports that they read. */
function portsOver(stored: readonly Import[]) {
  const reads = { queries: 0, imports: 0 };
  const list = async (prefix: string, { limit, after }: PageRequest) => {
    const found = stored
      .filter((each) => listOf(each) === prefix && (after === undefined || positionOf(each) < after))
      .sort(newestFirst);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    reads.queries += 1;
    reads.imports += Math.min(found.length, limit + 1);
    return { items, ...(found.length > limit && last && { next: positionOf(last) }) };
  };
  const prefixesOf = async (accounts: AccountScope) =>
    Object.keys(TABLES).filter((prefix) => accounts === 'all' || accounts.includes(TABLES[prefix] ?? ''));
  return { ports: { imports: { list }, directory: { prefixesOf } }, reads };
}

/** Every page, one after the other. */
async function pagesOf(
  ports: ReturnType<typeof portsOver>['ports'],
  accounts: AccountScope,
  filter: Parameters<typeof listImports>[2],
  limit: number,
): Promise<Import[][]> {
  const pages: Import[][] = [];
  let after: string | undefined;
  do {
    const page = await listImports(ports, accounts, filter, { limit, after });
    pages.push([...page.items]);
    after = page.next;
  } while (after !== undefined);
  return pages;
}

const madeImport = fc.record<Made>({
  prefix: fc.constantFrom(...Object.keys(TABLES), 'NOSUCH', 'NEITHER'),
  minute: fc.nat({ max: 5 }),
  status: fc.constantFrom('completed', 'rejected'),
  requestedBy: fc.constantFrom(undefined, 'anna', 'ben'),
});
// An import whose file names no CRM table never completes.
const made = fc.array(
  madeImport.map((each) => (each.prefix in TABLES ? each : { ...each, status: 'rejected' as const })),
  { maxLength: 60 },
);

describe('the list of imports', () => {
  test('holds each import that the caller may see once, newest first, whatever the page size', async () => {
    const filters = fc.record({
      prefix: fc.constantFrom(undefined, 'VOUCIM', 'NOSUCH'),
      status: fc.constantFrom(undefined, 'rejected' as const),
      requestedBy: fc.constantFrom(undefined, 'anna'),
      from: fc.constantFrom(undefined, minuteOf(2)),
      before: fc.constantFrom(undefined, minuteOf(4)),
    });
    const scopes = fc.constantFrom<AccountScope>('all', ['BRI'], ['OTH'], []);
    await fc.assert(
      fc.asyncProperty(made, filters, scopes, fc.integer({ min: 1, max: 9 }), async (each, filter, scope, limit) => {
        // The route has checked that the caller may see the CRM table that the filter names.
        fc.pre(filter.prefix !== 'VOUCIM' || scope === 'all' || scope.includes('BRI'));
        const stored = importsOf(each);
        const pages = await pagesOf(portsOver(stored).ports, scope, filter, limit);
        const maySee = ({ accountPrefix }: Import) =>
          scope === 'all' || (accountPrefix !== undefined && scope.includes(accountPrefix));
        const expected = stored
          .filter((one) => maySee(one) && one.prefix === (filter.prefix ?? one.prefix))
          .filter((one) => one.status === (filter.status ?? one.status))
          .filter((one) => one.requestedBy === (filter.requestedBy ?? one.requestedBy))
          .filter((one) => filter.from === undefined || new Date(one.createdAt) >= filter.from)
          .filter((one) => filter.before === undefined || new Date(one.createdAt) < filter.before);
        expect(pages.flat()).toEqual(expected.sort(newestFirst));
        expect(pages.every((page) => page.length <= limit)).toBe(true);
      }),
    );
  });

  test('of one CRM table takes one query a page', async () => {
    const stored = importsOf(
      Array.from({ length: 60 }, (_, minute) => ({ prefix: 'VOUCIM', minute, status: 'completed' })),
    );
    const { ports, reads } = portsOver(stored);
    await listImports(ports, 'all', { prefix: 'VOUCIM' }, { limit: 50, after: undefined });
    expect(reads).toEqual({ queries: 1, imports: 51 });
  });

  test('of all CRM tables reads little more than it lists', async () => {
    const tables = Array.from({ length: 200 }, (_, n) => `T${n}`);
    const stored = importsOf(
      tables.flatMap((prefix, n) =>
        Array.from({ length: 50 }, (_, k) => ({ prefix, minute: (n + k) % 60, status: 'completed' as const })),
      ),
    ).map((each) => ({ ...each, accountPrefix: 'BRI' }));
    const { ports, reads } = portsOver(stored);
    const many = { ...ports, directory: { prefixesOf: async () => tables } };
    const { items } = await listImports(many, 'all', {}, { limit: 50, after: undefined });
    expect(items).toHaveLength(50);
    // One query and two imports for each table and for the list of those without one, and at most one query more for each import listed.
    expect(reads.queries).toBeLessThanOrEqual(201 + 50);
    expect(reads.imports).toBeLessThanOrEqual(2 * 201 + 3 * 50);
  });

  test('of a span of time reads no newer imports, and ends at its beginning', async () => {
    const stored = importsOf(
      Array.from({ length: 60 }, (_, minute) => ({ prefix: 'VOUCIM', minute, status: 'completed' })),
    );
    const { ports, reads } = portsOver(stored);
    const filter = { prefix: 'VOUCIM', from: minuteOf(3), before: minuteOf(5) };
    const { items, next } = await listImports(ports, 'all', filter, { limit: 10, after: undefined });
    expect(items.map(({ importId }) => importId)).toEqual(['i-004', 'i-003']);
    expect(next).toBeUndefined();
    expect(reads).toEqual({ queries: 1, imports: 5 });
  });

  test('for a status that is rare stops after ten times as many imports as are listed', async () => {
    const stored = importsOf(
      Array.from({ length: 60 }, (_, minute) => ({ prefix: 'VOUCIM', minute, status: 'completed' })),
    );
    const { ports } = portsOver(stored);
    const page = await listImports(ports, 'all', { status: 'rejected' }, { limit: 5, after: undefined });
    expect(page).toEqual({ items: [], next: '2026-11-22T10:10:00.000Z#i-010' });
  });
});

test('an import is in the list of those without a CRM table once it is rejected and has no account', () => {
  const [known, unknown] = importsOf([
    { prefix: 'VOUCIM', minute: 0, status: 'rejected' },
    { prefix: 'NOSUCH', minute: 0, status: 'rejected' },
  ]);
  if (!known || !unknown) throw new Error('nothing was made');
  expect([listOf(known), listOf(unknown), listOf({ ...unknown, status: 'received' })]).toEqual([
    'VOUCIM',
    NO_TABLE,
    'NOSUCH',
  ]);
});
