import type { DemoClient } from './client.ts';
import { People, type Person } from './people.ts';
import { seededRandom } from './random.ts';

export const CUSTOMERS_PER_CLIENT = 5_000;

const STANDARD_COLUMNS = [
  ...['Customer ID', 'Title', 'First name', 'Last name', 'Phone', 'Mobile', 'Address line 1', 'Address line 4'],
  ...['Postcode', 'E-mail', 'VIP'],
];

function cell(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function standardValues({ title, firstName, lastName, phone, mobile, email, household, isVip }: Person): string[] {
  const { address, town, postcode } = household;
  return [title, firstName, lastName, phone, mobile, address, town.name, postcode, email, isVip ? 'Yes' : ''];
}

/**
 * A CSV file with the customers of a client. The same bytes at each call. Of the four address lines it has the first
 * and the town in the fourth.
 */
export function customersFile({ table, fields, countries, seed }: DemoClient, count = CUSTOMERS_PER_CLIENT): string {
  const random = seededRandom(seed);
  const people = new People(random, countries);
  const rows = [[...STANDARD_COLUMNS, ...fields.map(({ label }) => label)]];
  for (let n = 1; n <= count; n += 1) {
    const person = people.next();
    const own = fields.map(({ value }) => value(random, n, person));
    rows.push([`${table.prefix}_${n}`, ...standardValues(person), ...own]);
  }
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
