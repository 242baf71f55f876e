import { expect } from '@jest/globals';
import * as fc from 'fast-check';
import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import type { BulkJob, Outcome } from '../../functions/customers/index.ts';
import type { CustomerHistory, CustomerRecords, CustomerStore } from '../../functions/customers/ports.ts';
import { createCustomer } from '../../functions/customers/use-cases/create-customer.ts';
import { CustomerBulk } from '../../functions/customers/use-cases/customer-bulk.ts';
import { deleteCustomer } from '../../functions/customers/use-cases/delete-customer.ts';
import { updateCustomer } from '../../functions/customers/use-cases/update-customer.ts';
import { PERMISSION_NAMES } from '../../functions/shared/domain/permissions.ts';
import { bulkJobOf, prepared } from './bulk-job.ts';
import { Interleaving } from './interleaving.ts';
import type { MemoryCustomer } from './memory-customers.ts';
import { publishedIn } from './memory-desk.ts';
import type { SharedTable } from './shared-run.ts';

/** A CRM table that an import and people write to. */
export interface SharedDesk extends SharedTable {
  readonly records: CustomerRecords;
  readonly history: CustomerHistory;
}

/** When people save. */
const DURING = '2026-11-22T12:30:00.000Z';
const grants = [{ role: 'r', name: 'R', permissions: PERMISSION_NAMES, accounts: 'all' as const, fieldRules: [] }];
const caller = { userId: 'agent', grants };

type Action =
  | { readonly kind: 'create' | 'update'; readonly id: string; readonly value: string }
  | { readonly kind: 'delete'; readonly id: string };

const IDS = ['a', 'b', 'c'] as const;
const someId = fc.constantFrom(...IDS);
const someText = fc.constantFrom('x', 'y', 'z');
const cells = fc.tuple(fc.constantFrom('', 'x', 'y', 'import'), fc.constantFrom('', 'z'));
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('create' as const, 'update' as const, 'update' as const),
    id: someId,
    value: someText,
  }),
  fc.record({ kind: fc.constant('delete' as const), id: someId }),
);
const someRow = fc.record({ P021: someText, P022: fc.constant('z') });
/** What is stored, what the import brings, what people do meanwhile, and in which turns. */
export const anyDeskPlan = fc.record({
  stored: fc.dictionary(someId, someRow),
  records: fc.dictionary(someId, cells, { minKeys: 1 }),
  conflicts: fc.constantFrom<BulkJob['conflicts']>('import-wins', 'agent-wins'),
  desks: fc.array(fc.array(action, { maxLength: 4 }), { minLength: 1, maxLength: 2 }),
  turns: fc.array(
    fc.record({
      worker: fc.constantFrom<'import' | 'desk'>('import', 'desk'),
      steps: fc.integer({ min: 1, max: 8 }),
      pick: fc.nat(3),
    }),
    { maxLength: 20 },
  ),
});

type DeskPlan = typeof anyDeskPlan extends fc.Arbitrary<infer Plan> ? Plan : never;

interface Write {
  readonly by: 'import' | 'desk';
  readonly id: string;
  readonly before: MemoryCustomer | undefined;
  readonly after: MemoryCustomer;
}

/** One import and two people on one table. Every call of a store takes a turn, and every write is recorded in its order. */
class DeskRun {
  readonly #shared: SharedDesk;
  readonly #table: PublishedTable;
  readonly interleaving = new Interleaving<'import' | 'desk'>();
  readonly writes: Write[] = [];
  readonly outcomes = new Map<string, Outcome>();
  /** The values that the import compared, by customer. */
  readonly compared = new Map<string, MemoryCustomer | undefined>();
  rejected = 0;
  accepted = 0;
  #ids = 0;

  constructor(shared: SharedDesk, table: PublishedTable) {
    this.#shared = shared;
    this.#table = table;
  }

  #watch<T>(by: Write['by'], id: string, call: () => Promise<T>): Promise<T> {
    return this.interleaving.call(by, async () => {
      const before = await this.#shared.read(id);
      const result = await call();
      const after = await this.#shared.read(id);
      if (after && after.version !== before?.version) this.writes.push({ by, id, before, after });
      return result;
    });
  }

  async import(job: BulkJob, records: Readonly<Record<string, readonly [string, string]>>): Promise<void> {
    const store = this.#shared.store(job);
    const one = async (customer: Parameters<CustomerStore['insert']>[0][number]) => (await store.insert([customer]))[0];
    const watched: CustomerStore = {
      ...store,
      insert: (all) =>
        Promise.all(
          all.map(
            async (each) => (await this.#watch('import', each.customerId, () => one(each))) ?? 'condition-failed',
          ),
        ),
      replace: (each, version) => this.#watch('import', each.customerId, () => store.replace(each, version)),
      update: (each, version) => this.#watch('import', each.customerId, () => store.update(each, version)),
      getMany: (...args) =>
        this.interleaving.call('import', async () => {
          // The first reading compares; a later one follows a lost race.
          for (const id of args[0]) if (!this.compared.has(id)) this.compared.set(id, await this.#shared.read(id));
          return store.getMany(...args);
        }),
    };
    const bulk = new CustomerBulk(job, watched, { batchesInFlight: 2, updatesInFlight: 2 });
    const drafts = Object.entries(records)
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([customerId, given]) => ({ customerId, cells: given }));
    const { matches } = await bulk.match(drafts, { consistent: true });
    const found = drafts.map((draft, index) => ({ ...draft, match: matches[index] }));
    const report = ({ customerId }: { readonly customerId: string }, outcome: Outcome) =>
      this.outcomes.set(customerId, outcome);
    await bulk.insert(
      found.flatMap(({ customerId, cells: given, match }) =>
        match?.kind === 'absent' ? [prepared(bulk, 'insert', customerId, given)] : [],
      ),
      report,
    );
    await bulk.update(
      found.flatMap(({ customerId, cells: given, match }) =>
        match?.kind === 'different' ? [{ ...prepared(bulk, 'update', customerId, given), ...match }] : [],
      ),
      report,
    );
  }

  async act(actions: readonly Action[]): Promise<void> {
    const { records, history } = this.#shared;
    const ports = {
      tables: publishedIn(this.#table),
      history: {
        ...history,
        list: (...args: Parameters<typeof history.list>) => this.interleaving.call('desk', () => history.list(...args)),
        findRemoval: (...args: Parameters<typeof history.findRemoval>) =>
          this.interleaving.call('desk', () => history.findRemoval(...args)),
        removeValues: (...args: Parameters<typeof history.removeValues>) =>
          this.interleaving.call('desk', () => history.removeValues(...args)),
      },
      records: {
        ...records,
        read: (...args: Parameters<typeof records.read>) => this.interleaving.call('desk', () => records.read(...args)),
        create: (...args: Parameters<typeof records.create>) =>
          this.#watch('desk', args[1].customerId, () => records.create(...args)),
        update: (...args: Parameters<typeof records.update>) =>
          this.#watch('desk', args[1].customerId, () => records.update(...args)),
        remove: (...args: Parameters<typeof records.remove>) =>
          this.#watch('desk', args[1].customerId, () => records.remove(...args)),
      },
      singles: { write: async () => {} },
      highWaterMarks: { raiseHighWaterMark: async () => {}, reserveBlock: async () => ({ first: 1 }) },
      clock: { now: () => new Date(DURING) },
      ids: {
        newId: () => {
          this.#ids += 1;
          return String(this.#ids);
        },
      },
    };
    for (const each of actions) {
      // What the person has on the screen, which may be old when the request arrives.
      const shown = await this.interleaving.call('desk', () => this.#shared.read(each.id));
      const origin = { caller, revision: shown?.version ?? 1 };
      const address = { prefix: this.#table.prefix, customerId: each.id };
      const request = async (): Promise<unknown> => {
        if (each.kind === 'delete') return deleteCustomer(ports, address, 'other', origin);
        if (each.kind === 'update') return updateCustomer(ports, address, { values: { P021: each.value } }, origin);
        return createCustomer(ports, this.#table.prefix, { customerId: each.id, values: { P021: each.value } }, caller);
      };
      await request().then(
        () => {
          this.accepted += 1;
        },
        ({ name }: Error) => {
          expect(name).toBe('DomainError');
          this.rejected += 1;
        },
      );
    }
  }
}

/** The table as a sequential run of the writes, one after another, leaves it. */
async function expectSequential(
  { writes }: DeskRun,
  shared: SharedDesk,
  stored: ReadonlyMap<string, MemoryCustomer>,
): Promise<void> {
  const model = new Map(stored);
  for (const { id, before, after } of writes) {
    expect(before).toEqual(model.get(id));
    expect(after.version).toBe((before?.version ?? 0) + 1);
    model.set(id, after);
  }
  for (const id of IDS) expect(await shared.read(id)).toEqual(model.get(id));
}

/** A person keeps every field that the request does not name, and an import every field that it does not map. */
function expectNothingLost({ writes }: DeskRun): void {
  for (const { by, before, after } of writes) {
    if (by !== 'desk' || after.deletedAt !== undefined || before === undefined || before.deletedAt !== undefined)
      continue;
    expect(after.values.P022).toBe(before.values.P022);
    expect([after.importId, after.fence]).toEqual([before.importId, before.fence]);
  }
}

function expectDeletedStay({ writes }: DeskRun): void {
  for (const { by, before, after } of writes)
    if (by === 'import' && before?.deletedAt === DURING) expect(after.deletedAt).toBe(DURING);
}

/** Each value of a person that an import overwrites is reported; with `agent-wins` there is none. */
function expectConflictsReported({ writes, compared, outcomes }: DeskRun, { conflicts }: BulkJob): void {
  for (const { by, id, before, after } of writes) {
    if (by !== 'import' || before === undefined || before.deletedAt !== undefined) continue;
    const seen = compared.get(id);
    const changed = ['P021', 'P022'].filter((code) => (seen?.values[code] ?? '') !== (before.values[code] ?? ''));
    const lost = changed.filter((code) => (before.values[code] ?? '') !== (after.values[code] ?? ''));
    if (lost.length === 0) continue;
    expect(conflicts).toBe('import-wins');
    expect(outcomes.get(id)).toMatchObject({ kind: 'updated', overwrites: true });
  }
}

/** How often each of the outcomes came that the runs are about. */
export interface Seen {
  overwritten: number;
  agentWon: number;
  rejected: number;
  accepted: number;
}

/** Runs a plan on an empty table, expects that nothing is lost, and counts what happened. */
export async function runDesk(
  shared: SharedDesk,
  table: PublishedTable,
  { stored, records, conflicts, desks, turns }: DeskPlan,
  seen: Seen,
): Promise<void> {
  const before = new Map<string, MemoryCustomer>();
  for (const [id, values] of Object.entries(stored)) {
    const customer = { version: 1, importId: 'import-0', fence: 0, deletedAt: undefined, values };
    before.set(id, customer);
    await shared.put(id, customer);
  }
  const run = new DeskRun(shared, table);
  const job = bulkJobOf({ table, conflicts });
  const ended = [run.import(job, records), ...desks.map((actions) => run.act(actions))];
  await run.interleaving.follow(turns);
  await run.interleaving.finish('desk', 'import', 'desk');
  await Promise.all(ended);
  await expectSequential(run, shared, before);
  expectNothingLost(run);
  expectDeletedStay(run);
  expectConflictsReported(run, job);
  for (const outcome of run.outcomes.values()) {
    if (outcome.kind === 'updated' && outcome.overwrites) seen.overwritten += 1;
    if (outcome.kind === 'failed' && outcome.problems[0]?.code === 'customer.changed-meanwhile') seen.agentWon += 1;
  }
  seen.rejected += run.rejected;
  seen.accepted += run.accepted;
}
