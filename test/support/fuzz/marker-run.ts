import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { TestDynamo } from '../dynamodb.ts';
import { testerOf } from '../rights.ts';
import { runAll } from '../whole-api.ts';
import { buildRequest } from './build-request.ts';
import { Chance } from './chance.ts';
import { OPERATIONS, type Operation } from './document.ts';
import { type ForeignRun, runForeign } from './foreign-run.ts';
import { HIDDEN, HIDDEN_FIELD, HIDING, MARKED_TABLE, shows } from './markers.ts';
import { Memory } from './memory.ts';
import { setUpForFuzz } from './set-up.ts';
import { administratorOf } from './target.ts';
import { FuzzWorld } from './world.ts';

/** Each operation is sent so often by each caller, with other values. */
const TIMES = 3;
const CUSTOMERS = `/crm-tables/${MARKED_TABLE}/customers`;
/** Who sees the console as whom: one of the two has the hidden field. */
const VIEWS = HIDING.flatMap((hiding) => [
  { role: 'administrator', as: hiding },
  ...(hiding.startsWith('administrator') ? [{ role: hiding, as: 'administrator' }] : []),
]);
const SEARCHES = `/crm-tables/${MARKED_TABLE}/customer-searches`;

export interface MarkerRun {
  /** The operations that were sent. */
  readonly sent: ReadonlySet<string>;
  /** Answers to callers with the hidden field that show a value of it, or the address of a file with one. */
  readonly leaks: readonly string[];
  /** The operations whose answers show a value to a caller without the rule. */
  readonly shownToOthers: ReadonlySet<string>;
  /** The operations that have succeeded for a caller who sees the console as another user. */
  readonly viewed: ReadonlySet<string>;
  /** Customers that a search by a hidden value has found. */
  readonly foundByValue: number;
  /** The requests about an account for which the caller has no role. */
  readonly foreign: ForeignRun;
  /** The names of the files with a value of the field. */
  readonly files: readonly string[];
  /** Keys of items of the control table with a value of the field. */
  readonly items: readonly string[];
  /** Lines of logs with a value of the field. */
  readonly logged: readonly string[];
}

/** Plants a marker in a hidden field, and looks for it in every answer of every operation and in what is stored. */
export async function runMarkers(dynamo: TestDynamo, seed: number): Promise<MarkerRun> {
  const lines: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = (line: string | Uint8Array) => lines.push(String(line)) > 0;
  try {
    const world = new FuzzWorld(dynamo);
    await setUpForFuzz(world);
    await plantMore(world);
    const files = await filesWithMarker(world);
    const foreign = await runForeign(world, dynamo, new Chance(seed));
    const run = new Look(world, new Chance(seed), files);
    await run.all();
    return {
      ...run.result,
      foreign,
      files: files.map((key) => key.slice(key.lastIndexOf('/') + 1)),
      items: await itemsWithMarker(dynamo),
      logged: lines.filter((line) => shows(HIDDEN, line)),
    };
  } finally {
    process.stdout.write = write;
  }
}

/** Ways of a value into files, stored answers, conflicts and logs, besides those of the set-up. */
async function plantMore(world: FuzzWorld): Promise<void> {
  const { call } = administratorOf(world);
  await runAll(world.api.imports);
  // Changes a customer, so that the values before are in a file; fails and warns, so that others are in theirs.
  const header = 'Customer ID,Last name,Postcode,Secret\n';
  const tooLong = `${HIDDEN} `.repeat(10);
  const rows = [`M1,Mill,YO1 7HH,${HIDDEN} 3`, `M3,Mill,YO1 7HH,=${HIDDEN} 4`, `M5,Mill,YO1 7HH,${tooLong}`];
  await world.putFile(`uploads/${MARKED_TABLE}/tuesday.csv`, `${header}${rows.join('\n')}\n`);
  await runAll(world.api.imports);
  const values = { P011: 'Mill', [HIDDEN_FIELD]: `${HIDDEN} 6` };
  await call('POST', CUSTOMERS, { customerId: 'KEYED', values }, { 'idempotency-key': 'marked' });
  await call('PATCH', `${CUSTOMERS}/KEYED`, { values: { [HIDDEN_FIELD]: `${HIDDEN} 7` } }, { 'if-match': '"1"' });
  for (const request of [
    { body: { values: { [HIDDEN_FIELD]: `${HIDDEN} 8` } }, headers: { 'if-match': '"1"' } },
    { body: { values: { [HIDDEN_FIELD]: `${HIDDEN} `.repeat(40) } }, headers: { 'if-match': '"2"' } },
  ])
    await world.send('PATCH', `${CUSTOMERS}/KEYED`, request);
  await world.send('POST', SEARCHES, { body: { text: HIDDEN, limit: 1 } });
}

async function filesWithMarker({ api }: FuzzWorld): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of api.bucket.list('')) {
    if (shows(HIDDEN, Buffer.from(await api.bucket.read(key)).toString())) found.push(key);
  }
  return found;
}

async function itemsWithMarker({ client, controlTable }: TestDynamo): Promise<string[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: controlTable }));
  return Items.filter((item) => shows(HIDDEN, item)).map(({ PK, SK }) => `${PK?.S} ${SK?.S}`);
}

/** Sends every operation as callers with the hidden field. */
class Look {
  readonly #world: FuzzWorld;
  readonly #chance: Chance;
  /** As addresses contain them. */
  readonly #files: readonly string[];
  readonly #memory = new Memory();
  readonly #sent = new Set<string>();
  readonly #leaks: string[] = [];
  readonly #shownToOthers = new Set<string>();
  readonly #viewed = new Set<string>();
  #imports: readonly string[] = [];
  #foundByValue = 0;

  constructor(world: FuzzWorld, chance: Chance, files: readonly string[]) {
    this.#world = world;
    this.#chance = chance;
    this.#files = files.map((key) => encodeURI(`bucket.example/${key}`));
  }

  get result(): Pick<MarkerRun, 'sent' | 'leaks' | 'shownToOthers' | 'viewed' | 'foundByValue'> {
    return {
      ...{ sent: this.#sent, leaks: this.#leaks, viewed: this.#viewed },
      ...{ shownToOthers: this.#shownToOthers, foundByValue: this.#foundByValue },
    };
  }

  async all(): Promise<void> {
    await this.#learn();
    await this.#searchByValue();
    // What deletes comes last.
    const inOrder = [...OPERATIONS].sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));
    for (const operation of inOrder) {
      for (const role of [...HIDING, 'administrator']) {
        for (let time = 0; time < TIMES; time += 1) await this.#ask(operation, role, time);
      }
      if (!operation.parameters.some(({ name }) => name === 'view-as')) continue;
      for (const { role, as } of VIEWS) {
        for (let time = 0; time < TIMES; time += 1) await this.#ask(operation, role, time, as);
      }
    }
  }

  /** Searches by the value itself, before a request has changed it. */
  async #searchByValue(): Promise<void> {
    for (const role of [...HIDING, 'administrator']) {
      const { body } = await this.#world.send('POST', SEARCHES, { role, body: { text: `${HIDDEN} 7` } });
      if (role !== 'administrator') this.#foundByValue += body.items.length;
      else if (shows(HIDDEN, body)) this.#shownToOthers.add('POST /crm-tables/{prefix}/customer-searches');
    }
    for (const { role, as } of VIEWS) {
      const headers = { 'view-as': testerOf(as) };
      const { body } = await this.#world.send('POST', SEARCHES, { role, headers, body: { text: `${HIDDEN} 7` } });
      this.#foundByValue += body.items.length;
    }
  }

  /** The addresses of the marked table and of its imports. */
  async #learn(): Promise<void> {
    const lists = ['/accounts', '/accounts/BRI/crm-tables', `/imports?prefix=${MARKED_TABLE}`, '/roles'];
    const customers = ['MARK_1', 'MARK_2', 'M1', 'KEYED'].map((id) => `${CUSTOMERS}/${id}`);
    const tables = `/accounts/BRI/crm-tables/${MARKED_TABLE}`;
    for (const address of [...lists, ...customers, tables, `${tables}/versions`]) {
      const answer = await this.#world.send('GET', address, {});
      const [path = ''] = address.split('?');
      this.#memory.learn({ method: 'GET', path, ...answer });
      if (path === '/imports') this.#imports = answer.body.items.map(({ importId }: { importId: string }) => importId);
    }
  }

  /** @param as the role of the user as whom the caller sees the console */
  async #ask(operation: Operation, role: string, time: number, as?: string): Promise<void> {
    const extrasOf = () => ({ params: this.#marked(operation, time) });
    const building = { chance: this.#chance, memory: this.#memory, extrasOf, isCareful: true };
    const { path, query, headers: built, body } = buildRequest(operation, role, building);
    const { 'view-as': _, ...headers } = built;
    const view: Record<string, string> = as === undefined ? {} : { 'view-as': testerOf(as) };
    const search = new URLSearchParams(query).toString();
    const address = search === '' ? path : `${path}?${search}`;
    const answer = await this.#world.send(operation.method, address, { role, headers: { ...headers, ...view }, body });
    this.#sent.add(operation.key);
    if (as !== undefined && answer.status < 300) this.#viewed.add(operation.key);
    this.#memory.learn({ method: operation.method, path, ...answer });
    const shown = [answer.headers, answer.body];
    // Written once: a thousand answers are searched for a hundred addresses.
    const written = JSON.stringify(shown);
    const isShown = shows(HIDDEN, shown) || this.#files.some((file) => written.includes(file));
    if (!isShown) return;
    if (role === 'administrator' && as === undefined) this.#shownToOthers.add(operation.key);
    else this.#leaks.push(`${role} as ${as} ${operation.method} ${address} ${written}`);
  }

  /** Every request is about the marked table, its customers and its imports in turn. */
  #marked({ parameters }: Operation, time: number): Record<string, string> {
    const names = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    const marked: Readonly<Record<string, string | undefined>> = {
      ...{ accountPrefix: 'BRI', prefix: MARKED_TABLE },
      importId: this.#imports[time % this.#imports.length],
      customerId: ['MARK_1', 'KEYED', 'M1'][time % TIMES],
    };
    return Object.fromEntries(names.flatMap((name) => (marked[name] === undefined ? [] : [[name, marked[name]]])));
  }
}
