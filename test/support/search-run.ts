import { expect } from '@jest/globals';
import * as fc from 'fast-check';
import type { Field } from '../../functions/crm-tables/index.ts';
import type { CustomerRecord } from '../../functions/customers/domain/customer-record.ts';
import { CustomerView } from '../../functions/customers/domain/customer-view.ts';
import { conditionsOf, foundBy, foundById } from '../../functions/customers/domain/search-conditions.ts';
import type { OpenSearch } from '../../functions/customers/ports.ts';
import { createCustomer } from '../../functions/customers/use-cases/create-customer.ts';
import { deleteCustomer } from '../../functions/customers/use-cases/delete-customer.ts';
import { searchCustomers } from '../../functions/customers/use-cases/search-customers.ts';
import { updateCustomer } from '../../functions/customers/use-cases/update-customer.ts';
import { markGeneration } from '../../functions/imports/use-cases/search-index/mark-generation.ts';
import { customerSearch, termsOfField } from '../../functions/search/index.ts';
import { PERMISSION_NAMES } from '../../functions/shared/domain/permissions.ts';
import { bulkJobOf, Fates, prepared } from './bulk-job.ts';
import { IndexWorld, Killed } from './index-world.ts';
import { MemoryDesk, publishedIn } from './memory-desk.ts';
import { textField, voucim } from './published-table.ts';

const flags = (search: boolean) => ({ search, insert: true, modify: true, result: true });
const FIELDS: readonly Field[] = [
  textField('P010', { flags: flags(true) }),
  textField('P011', { flags: flags(true) }),
  textField('P012', { type: 'telephone', flags: flags(true) }),
  textField('P013', { type: 'telephone', flags: flags(false) }),
  textField('P019', { type: 'email', flags: flags(true) }),
  textField('P021', { type: 'number', flags: flags(false) }),
];
const CODES = FIELDS.map(({ code }) => code);

/** Few values, so that customers share words, beginnings and last digits. */
const NAMES = ['Smith', 'smithson', 'Jo', 'Joan', 'Zoë Miller', 'zoe', 'O’Brien', 'King-Smith Jo', 'Müller', ''];
const PHONES = ['020 7946 0018', '+44 20 7946 0018', '07946 001 800', '17946 0018', '12345', '+1 415 794 6001', ''];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  P010: NAMES,
  P011: NAMES,
  P012: PHONES,
  P013: PHONES,
  P019: ['Jo@example.com', 'joan@example.com', 'smith@example.org', ''],
  P021: ['7', '7.50', '-7', '2079460018', ''],
};
const IDS = ['A1', 'A2', 'B1', 'smith', '7', 'C é'];

const anyValues = fc.record(
  Object.fromEntries(CODES.map((code) => [code, fc.constantFrom(...(VALUES[code] ?? ['']))])),
  { requiredKeys: [] },
);
const anyId = fc.constantFrom(...IDS);
const anyRows = fc.dictionary(anyId, anyValues, { minKeys: 1, maxKeys: 4 });
const anyText = fc.oneof(
  fc
    .array(fc.constantFrom('smith', 'SMI', 'jo', 'zoé', 'mill', 'obrien', 'king', '7.5', 'muller', 'x'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => words.join(' ')),
  fc.constantFrom(
    '(020) 7946-0018',
    '79460018',
    '2079460018',
    '12345',
    '0044 20 79460018',
    'jo@',
    'JO@EXAMPLE.COM',
    '7',
    'smith 020 7946 0018',
    '(020) 7946-0018 ZOE',
    'jo joan@example.com',
    'smith@ 79460018 jo',
    '79460018 7',
  ),
  anyId,
);
const anySearch = fc.record(
  {
    text: anyText,
    fields: fc.array(
      fc
        .constantFrom(...CODES)
        .chain((code) => fc.constantFrom(...(VALUES[code] ?? [])).map((value) => ({ code, value: value || 'jo' }))),
      { minLength: 1, maxLength: 2 },
    ),
    hidden: fc.boolean(),
  },
  { requiredKeys: ['hidden'] },
);
type AnySearch = typeof anySearch extends fc.Arbitrary<infer Search> ? Search : never;

const edit = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), id: anyId, values: anyValues }),
  fc.record({ kind: fc.constant('update' as const), id: anyId, values: anyValues }),
  fc.record({ kind: fc.constant('delete' as const), id: anyId }),
);
const action = fc.oneof(
  { weight: 6, arbitrary: edit },
  fc.record({
    kind: fc.constant('import' as const),
    rows: anyRows,
    search: fc.constantFrom<'singles' | 'none'>('singles', 'none'),
    /** It has failed before it wrote anything, and is resumed after this field was ticked and its values written. */
    ticked: fc.option(fc.constantFrom(...CODES), { nil: undefined, freq: 4 }),
  }),
  fc.record({ kind: fc.constant('tick' as const), code: fc.constantFrom(...CODES) }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(40, 400, 4_000) }),
  // An edit or a death at one of the calls of the job.
  fc.record({
    kind: fc.constant('rebuild' as const),
    kill: fc.option(fc.integer({ min: 1, max: 60 })),
    edit: fc.option(fc.record({ at: fc.integer({ min: 1, max: 60 }), edit })),
  }),
);
type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

/** What happens to a CRM table, and what is then searched. */
export const anySearchPlan = fc.record({
  actions: fc.array(action, { minLength: 1, maxLength: 12 }),
  searches: fc.array(anySearch, { minLength: 1, maxLength: 4 }),
});
type SearchPlan = typeof anySearchPlan extends fc.Arbitrary<infer Plan> ? Plan : never;

const grantsOf = (hidden: readonly string[]) => [
  {
    ...{ role: 'r', name: 'R', permissions: PERMISSION_NAMES, accounts: 'all' as const },
    fieldRules: [{ prefix: 'VOUCIM', hidden, readOnly: [] }],
  },
];
const AGENT = { userId: 'agent', grants: grantsOf([]) };
const HIDING = { userId: 'other', grants: grantsOf(['P010', 'P012']) };

/** Runs a plan in memory, and compares each search with a scan of all customers. */
export class SearchRun {
  readonly world = new IndexWorld(voucim({ shardCount: 2, fields: [...FIELDS] }));
  readonly #desk = new MemoryDesk(this.world.customers);
  readonly #singles = this.world.index.writerAt(() => this.world.now);
  readonly #open = new Map<string, OpenSearch>();
  #ids = 0;
  /** How many customers all searches have found. */
  found = 0;

  constructor() {
    this.world.customers.singles = this.#singles;
  }

  async run({ actions, searches }: SearchPlan): Promise<void> {
    for (const each of actions) {
      this.world.later(1);
      await this.#act(each);
      for (const search of searches) await this.#compare(search);
    }
  }

  get #ports() {
    const { world } = this;
    return {
      tables: publishedIn(world.table),
      records: this.#desk.records,
      history: this.#desk.history,
      singles: this.#singles,
      search: customerSearch({ heads: world.heads, reader: world.index.reader }),
      openSearches: {
        save: async (_: string, search: OpenSearch) => {
          const id = this.#newId();
          this.#open.set(id, search);
          return id;
        },
        find: async (_: string, id: string) => this.#open.get(id),
      },
      highWaterMarks: { raiseHighWaterMark: async () => {}, reserveBlock: async () => ({ first: 1 }) },
      clock: { now: () => world.now },
      ids: { newId: () => this.#newId() },
    };
  }

  #newId(): string {
    this.#ids += 1;
    return String(this.#ids);
  }

  async #act(each: Action): Promise<void> {
    const { world } = this;
    switch (each.kind) {
      case 'wait':
        world.later(each.seconds);
        return;
      case 'tick':
        return this.#tick(each.code);
      case 'import':
        return this.#import(each.rows, each.search, each.ticked);
      case 'rebuild':
        return this.#rebuild(each.kill, each.edit);
      default:
        return this.#edit(each);
    }
  }

  async #edit(each: Edit): Promise<void> {
    const ports = this.#ports;
    const { prefix } = this.world;
    const origin = { caller: AGENT, revision: this.world.customers.rows.get(each.id)?.version ?? 1 };
    const address = { prefix, customerId: each.id };
    const request = async (): Promise<unknown> => {
      if (each.kind === 'delete') return deleteCustomer(ports, address, 'other', origin);
      const values = Object.fromEntries(Object.entries(each.values).map(([code, value]) => [code, value ?? '']));
      if (each.kind === 'create') return createCustomer(ports, prefix, { customerId: each.id, values }, AGENT);
      return updateCustomer(ports, address, { values }, origin);
    };
    // One that exists already, or that does not exist.
    await request().catch(({ name }: Error) => expect(name).toBe('DomainError'));
  }

  /** Ticks or unticks a field, as a publication does. */
  async #tick(code: string): Promise<void> {
    const { world } = this;
    const fields = world.table.fields.map((field) =>
      field.code === code ? { ...field, flags: { ...field.flags, search: !field.flags.search } } : field,
    );
    const isNew = fields.some((field) => field.code === code && field.flags.search);
    world.table = { ...world.table, fields, version: world.table.version + 1 };
    if (isNew) await world.heads.require(world.prefix, world.table.version, [code]);
  }

  async #import(
    rows: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>,
    search: 'singles' | 'none',
    ticked: string | undefined,
  ) {
    const { world } = this;
    const importId = `import-${this.#newId()}`;
    const fence = this.#ids;
    const { table } = world;
    if (ticked !== undefined) {
      await this.#tick(ticked);
      await this.#rebuild(null, null);
    }
    const job = bulkJobOf({
      table,
      columns: [...FIELDS],
      importId,
      fence,
      search,
      startedAt: world.now.toISOString(),
    });
    const columns = CODES.map((code, column) => ({ code, column }));
    const chosen = {
      plan: { prefix: world.prefix, table, layout: { columns }, options: { dryRun: false } },
      ...{ search: search === 'none' ? ('generation' as const) : search, inserts: 1, updates: 0 },
    };
    const writesGeneration = await markGeneration(world, { importId, prefix: world.prefix, fence }, chosen);
    const bulk = world.customers.bulk({
      ...job,
      columns: table.fields.filter(({ code }) => CODES.includes(code)),
    });
    const customers = Object.entries(rows).map(([id, values]) =>
      prepared(
        bulk,
        'insert',
        id,
        CODES.map((code) => values[code] ?? ''),
      ),
    );
    await bulk.insert(customers, new Fates().onOutcome);
    if (!writesGeneration) return;
    world.later(1);
    await world.run({ importId, prefix: world.prefix, fence });
  }

  async #rebuild(kill: number | null, during: { readonly at: number; readonly edit: Edit } | null): Promise<void> {
    const { world } = this;
    // A job begins some time after a publication.
    world.later(40);
    const start = world.calls;
    world.killAt = kill === null ? undefined : { calls: start + kill, when: kill % 2 === 0 ? 'before' : 'after' };
    world.between = async () => {
      if (during && world.calls === start + during.at) await this.#edit(during.edit);
    };
    await world.runDue().catch((error: unknown) => {
      const cause = error instanceof AggregateError ? error.cause : error;
      if (!(cause instanceof Killed)) throw error;
    });
    world.killAt = undefined;
    world.between = async () => {};
  }

  async #compare({ hidden, ...given }: AnySearch): Promise<void> {
    if (given.text === undefined && given.fields === undefined) return;
    const { world } = this;
    const caller = hidden ? HIDING : AGENT;
    const view = new CustomerView(caller, 'customers.search', world.table);
    const fields = (given.fields ?? []).filter(({ code, value }) => {
      const field = view.field(code);
      return field?.flags.search && termsOfField(field, value, world.table.defaultCountry).length > 0;
    });
    if (given.text === undefined && fields.length === 0) return;
    const search = { text: given.text, fields };
    const { ids, preparing } = await this.#all(search, caller);
    expect(new Set(ids).size).toBe(ids.length);
    const { answer, matching } = await this.#scan(view, search);
    // Where entries are not written yet, customers may be missing, and then another way to read the search may find some.
    if (preparing) expect(ids.filter((id) => !matching.includes(id))).toEqual([]);
    else expect(new Set(ids)).toEqual(new Set(answer));
    this.found += ids.length;
  }

  /** All pages of a search. */
  async #all(search: Pick<OpenSearch, 'text' | 'fields'>, caller: typeof AGENT) {
    const ids: string[] = [];
    let preparing = false;
    let cursor: string | undefined;
    do {
      const request = cursor === undefined ? search : { fields: [], cursor };
      const page = await searchCustomers(this.#ports, this.world.prefix, { ...request, limit: 2 }, caller);
      expect(page.items.length).toBeLessThanOrEqual(2);
      ids.push(...page.items.map(({ customerId }) => customerId));
      preparing ||= page.preparing.length > 0;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return { ids, preparing };
  }

  /** By the rules, without an index: the customers that a search has to find, and all that match some way to read it. */
  async #scan(view: CustomerView, search: Pick<OpenSearch, 'text' | 'fields'>) {
    const conditions = conditionsOf(view, search);
    const records = await this.#desk.records.readMany(view.table, [...this.world.customers.rows.keys()]);
    const existing = records.filter(({ deletedAt }) => deletedAt === undefined);
    const idsOf = (matches: (record: CustomerRecord) => boolean) =>
      existing.filter(matches).map(({ customerId }) => customerId);
    const byId = idsOf(
      (record) => record.customerId === search.text && foundById(view, conditions, record) !== undefined,
    );
    const readings = conditions.query.map((terms) => idsOf((record) => foundBy(view, terms, record) !== undefined));
    const first = readings.find((ids) => ids.length + byId.length > 0) ?? [];
    return { answer: [...byId, ...first], matching: [...byId, ...readings.flat()] };
  }
}
