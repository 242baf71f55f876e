import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { TestDynamo } from '../dynamodb.ts';
import { buildRequest } from './build-request.ts';
import type { Chance } from './chance.ts';
import { OPERATIONS, type Operation } from './document.ts';
import { FOREIGN, HIDDEN, HIDDEN_FIELD, LIMITED, MARKED_TABLE, shows } from './markers.ts';
import { Memory } from './memory.ts';
import { administratorOf } from './target.ts';
import type { FuzzWorld } from './world.ts';

/** Callers without a role for the foreign account; one of them has a hidden field as well. */
const CALLERS = [...LIMITED, `administrator!${MARKED_TABLE}.${HIDDEN_FIELD}@BRI`];

export interface ForeignRun {
  /** The operations that were sent with the names of foreign things. */
  readonly sent: ReadonlySet<string>;
  /** Answers that show a text of the foreign account, or a hidden value. */
  readonly leaks: readonly string[];
  /** Requests about a foreign thing that have succeeded. */
  readonly accepted: readonly string[];
  /** Items of the foreign account that the requests have changed, added or removed. */
  readonly changed: readonly string[];
  /** How many items are stored of it. */
  readonly items: number;
}

/** Prefixes are unique in the installation: whether one is taken has to be known before a table is created. */
const FOR_EVERYBODY = 'GET /accounts/{accountPrefix}/crm-table-prefixes/{prefix}';

type Names = Readonly<Record<string, string>>;

/** Sends every operation about things of an account for which the caller has no role, alone and mixed with own ones. */
export async function runForeign(world: FuzzWorld, dynamo: TestDynamo, chance: Chance): Promise<ForeignRun> {
  const foreign = await foreignNames(world);
  const before = await foreignItems(dynamo);
  const run = new Run(world, chance);
  for (const operation of OPERATIONS) {
    for (const role of CALLERS) {
      await run.send(operation, role, foreign);
      // An own account or table with a foreign thing in it.
      await run.send(operation, role, { ...foreign, accountPrefix: 'BRI' });
      await run.send(operation, role, { ...foreign, accountPrefix: 'BRI', prefix: MARKED_TABLE });
    }
  }
  const after = await foreignItems(dynamo);
  const changed = [...before, ...after].filter((item) => !(before.includes(item) && after.includes(item)));
  return { ...run.result, changed, items: before.length };
}

/** The ids of things of the foreign account, by the names of the parameters. */
async function foreignNames(world: FuzzWorld): Promise<Names> {
  const { call } = administratorOf(world);
  const first = async (address: string, id: string): Promise<string> => (await call('GET', address)).body.items[0][id];
  return {
    ...{ accountPrefix: 'FOR', prefix: 'FORTAB', customerId: 'FORTAB_1', version: '1' },
    campaignId: await first('/accounts/FOR/campaigns', 'id'),
    definitionId: await first('/crm-tables/FORTAB/definitions', 'definitionId'),
    exportDefinitionId: await first('/crm-tables/FORTAB/export-definitions', 'exportDefinitionId'),
    exportId: await first('/exports?prefix=FORTAB', 'exportId'),
    filterId: await first('/crm-tables/FORTAB/filters', 'filterId'),
    scheduleId: await first('/crm-tables/FORTAB/schedules', 'scheduleId'),
    importId: await first('/imports?prefix=FORTAB', 'importId'),
  };
}

/** What is stored of the foreign account, without the audit of the rejected requests. */
async function foreignItems({ client, controlTable, customersTable }: TestDynamo): Promise<string[]> {
  const found = [controlTable, customersTable].map(async (TableName) => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    return Items.filter((item) => !/^(AUDIT|REJECTIONS|ANSWERS|CUSTOMER-SEARCHES)#/.test(item.PK?.S ?? '')).map(
      canonical,
    );
  });
  const all = (await Promise.all(found)).flat();
  return all.filter((item) => /FORTAB|#FOR\b/.test(item) || shows(FOREIGN, item));
}

/** The engine answers the attributes of an item in any order. */
const canonical = (item: unknown): string =>
  JSON.stringify(item, (_, value: unknown) =>
    isObject(value) && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

class Run {
  readonly #world: FuzzWorld;
  readonly #chance: Chance;
  readonly #sent = new Set<string>();
  readonly #leaks: string[] = [];
  readonly #accepted: string[] = [];

  constructor(world: FuzzWorld, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  get result(): Pick<ForeignRun, 'sent' | 'leaks' | 'accepted'> {
    return { sent: this.#sent, leaks: this.#leaks, accepted: this.#accepted };
  }

  async send(operation: Operation, role: string, names: Names): Promise<void> {
    const of = (place: string) => operation.parameters.filter((parameter) => parameter.in === place);
    const params = Object.fromEntries(of('path').flatMap(({ name }) => named(names, name)));
    const query = Object.fromEntries(of('query').flatMap(({ name }) => (name === 'prefix' ? named(names, name) : [])));
    const extrasOf = () => ({ params, query });
    const building = { chance: this.#chance, memory: new Memory(), extrasOf, isCareful: true };
    const { path, query: sentQuery, headers, body: built } = buildRequest(operation, role, building);
    const isAboutTable =
      isObject(built) && 'prefix' in built && operation.key !== 'POST /accounts' && !/crm-tables$/.test(operation.path);
    const body = isAboutTable ? { ...built, prefix: names.prefix } : built;
    const search = new URLSearchParams(sentQuery).toString();
    const address = search === '' ? path : `${path}?${search}`;
    const { 'view-as': _, ...own } = headers;
    const answer = await this.#world.send(operation.method, address, { role, headers: own, body });
    const foreign = [
      ...Object.entries(params),
      ...Object.entries(query),
      ...(isAboutTable ? [['prefix', names.prefix]] : []),
    ];
    const isForeign = foreign.some(([name = '', value]) => isOfForeign(name, value));
    if (isForeign) this.#sent.add(operation.key);
    const summary = `${role} ${operation.method} ${address} ${answer.status} ${JSON.stringify(answer.body)}`;
    if (shows(FOREIGN, [answer.body, answer.headers])) this.#leaks.push(summary);
    if (role.includes('!') && shows(HIDDEN, [answer.body, answer.headers])) this.#leaks.push(summary);
    if (isForeign && operation.key !== FOR_EVERYBODY && answer.status < 300) this.#accepted.push(summary);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const named = (names: Names, name: string): [string, string][] => {
  const value = names[name];
  return value === undefined ? [] : [[name, value]];
};

/** An own account and table have values of their own; a version number belongs to a table. */
const isOfForeign = (name: string, value: string | undefined): boolean =>
  name !== 'version' && value !== 'BRI' && value !== MARKED_TABLE;
