import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import { updateCustomer } from '../../functions/customers/use-cases/update-customer.ts';
import { DynamoSearchHeads } from '../../functions/search/index.ts';
import { mapConcurrently } from '../../functions/shared/domain/map-concurrently.ts';
import { HARBOUR_BAY } from '../../local/demo/harbour-bay.ts';
import { ENGLISH } from '../../local/demo/names/english.ts';
import { People, type Person } from '../../local/demo/people.ts';
import { type Random, seededRandom } from '../../local/demo/random.ts';
import { SEARCHABLE_BENCH_TABLE } from './bench-table.ts';
import { CONTROL_TABLE, type DynamoEngine, startDynamoEngine } from './dynamo-engine.ts';
import { importMetered, MeteredBucket } from './metered-import.ts';
import { AGENT, deskPorts } from './search-desk.ts';

const SEED = 20_050_425;
/** Customers whose last name an edit has changed, so that searches find single entries, too. */
const EDITED_PERCENT = 1;
const EDITS_AT_ONCE = 8;
const MOBILE_NUMBERS = 100_000_000;

const COLUMNS: ReadonlyArray<readonly [label: string, value: (customer: FixtureCustomer) => string]> = [
  ['Customer ID', ({ customerId }) => customerId],
  ['Title', ({ title }) => title],
  ['First name', ({ firstName }) => firstName],
  ['Last name', ({ lastName }) => lastName],
  ['Phone', ({ phone }) => phone],
  ['Mobile', ({ mobile }) => mobile],
  ['Address line 1', ({ household }) => household.address],
  ['Address line 4', ({ household }) => household.town.name],
  ['Postcode', ({ household }) => household.postcode],
  ['E-mail', ({ email }) => email],
];
/** First name and town; the other five searchable fields are those of a new CRM table. */
const ALSO_SEARCHED = ['P010', 'P017'];

/** A CRM table whose agents search by last name, first name, town, two telephones, postcode and e-mail. */
export const SEARCHED_TABLE: PublishedTable = {
  ...SEARCHABLE_BENCH_TABLE,
  fields: SEARCHABLE_BENCH_TABLE.fields.map((field) =>
    ALSO_SEARCHED.includes(field.code) ? { ...field, flags: { ...field.flags, search: true } } : field,
  ),
};

export interface FixtureCustomer extends Person {
  readonly customerId: string;
  readonly isEdited: boolean;
}

/** Customers in an engine, with blocks that an import wrote and single entries of later edits. */
export interface SearchFixture {
  readonly engine: DynamoEngine;
  readonly customers: readonly FixtureCustomer[];
  stop(): Promise<void>;
}

export async function buildSearchFixture(rows: number): Promise<SearchFixture> {
  const random = seededRandom(SEED);
  const customers = inventCustomers(rows, random);
  const engine = await startDynamoEngine();
  const bucket = await MeteredBucket.start();
  const { record } = await importMetered(bucket, engine, SEARCHED_TABLE, 'search', fileOf(customers));
  await bucket.stop();
  if (record.counts?.inserted !== rows) throw new Error(`The import ended with ${JSON.stringify(record)}`);
  const { live } = await new DynamoSearchHeads(engine.client, CONTROL_TABLE).read(SEARCHED_TABLE.prefix);
  if (live === undefined) throw new Error('The import wrote single entries: give more rows.');
  await editSome(engine, customers, random);
  return { engine, customers, stop: () => engine.stop() };
}

/** The names, towns, e-mails and shared numbers of the demo. Its mobile numbers are too few, so each customer has another. */
function inventCustomers(rows: number, random: Random): FixtureCustomer[] {
  const people = new People(random, HARBOUR_BAY.countries);
  return Array.from({ length: rows }, (_, index) => ({
    ...people.next(),
    customerId: `${SEARCHED_TABLE.prefix}_${index + 1}`,
    isEdited: false,
    mobile: `073${String(random(MOBILE_NUMBERS)).padStart(8, '0')}`,
  }));
}

/** No value has a quote. */
function fileOf(customers: readonly FixtureCustomer[]): string {
  const lines = customers.map((customer) => COLUMNS.map(([, value]) => `"${value(customer)}"`).join(','));
  return `${COLUMNS.map(([label]) => label).join(',')}\n${lines.join('\n')}\n`;
}

/** Gives some customers another last name, as often as it occurs. */
async function editSome(engine: DynamoEngine, customers: FixtureCustomer[], random: Random): Promise<void> {
  const ports = deskPorts(engine.client, SEARCHED_TABLE);
  const places = new Set<number>();
  while (places.size < (customers.length * EDITED_PERCENT) / 100) places.add(random(customers.length));
  await mapConcurrently([...places], EDITS_AT_ONCE, async (place) => {
    const customer = customers[place];
    if (!customer) return;
    const lastName = ENGLISH.surname(random);
    await editLastName(ports, customer, lastName);
    customers[place] = { ...customer, lastName, isEdited: true };
  });
}

/** Edits a customer that was not edited before. */
export async function editLastName(
  ports: Parameters<typeof updateCustomer>[0],
  { customerId }: FixtureCustomer,
  lastName: string,
): Promise<void> {
  const address = { prefix: SEARCHED_TABLE.prefix, customerId };
  await updateCustomer(ports, address, { values: { P011: lastName } }, { caller: AGENT, revision: 1 });
}
