import { type Random, seededRandom } from '../../local/demo/random.ts';

/** The twelve standard fields and one custom field, as the header row of a benchmark file. */
export const HEADER =
  'Customer ID,Title,First name,Last name,Phone,Mobile,Address line 1,Address line 2,Address line 3,Address line 4,Postcode,E-mail,Notes';

export const ID_PREFIX = 'BENCH_';

const TITLES = ['Mr', 'Mrs', 'Ms', 'Dr'];
const FIRST_NAMES = ['John', 'Justin', 'Jason', 'Jeffry', 'Maria', 'Brigitte', 'Anneliese', 'Olga', 'Priya', 'Chidi'];
const LAST_NAMES = ['Smith', 'Seals', 'Simons', 'Smyth', 'Featherstone', 'Okafor', 'Lindqvist', 'Marchetti', 'Ivanova'];
const STREETS = ['Kingston Rd', 'Beaver Rd', 'Upper Richmond Road West', 'Station Parade', 'Cathedral Close'];
const TOWNS = ['Kingston', 'Surbiton', 'New Malden', 'Twickenham', 'Richmond upon Thames'];
const CITIES = ['London', 'Bristol', 'Manchester', 'Newcastle upon Tyne', 'Birmingham'];
const NOTES = [
  'prefers to be called in the evening, after six, and never on a Sunday'.replaceAll(',', ';'),
  'has booked two city breaks with us; requested the brochure of next spring',
  'long-standing customer; complaint of last year handled with a voucher',
  'requested a call back about the invoice of the trip to Prague and Vienna',
];

/** One row without its line end, about 260 bytes; the same for the same `n` and seed. */
export function row(n: number, seed: number): string {
  const random = seededRandom(Math.imul(n, 0x9e3779b1) ^ seed);
  const first = pick(FIRST_NAMES, random);
  const last = pick(LAST_NAMES, random);
  return [
    `${ID_PREFIX}${n}`,
    pick(TITLES, random),
    first,
    last,
    phone('+44 20 7946', random),
    phone('+44 7700 90', random),
    `Flat ${1 + random(400)}, building ${1 + random(90)}`.replace(',', ';'),
    `${1 + random(250)} ${pick(STREETS, random)}`,
    pick(TOWNS, random),
    pick(CITIES, random),
    `SW${1 + random(20)} ${1 + random(9)}ER`,
    `${first}.${last}.${n}@customers.example.com`.toLowerCase(),
    `${pick(NOTES, random)} #${100_000 + random(900_000)}`,
  ].join(',');
}

/** The numbers 1 to `count` in random order, each exactly once. */
export function* shuffledNumbers(count: number, seed: number): Generator<number> {
  const random = seededRandom(seed);
  const numbers = Uint32Array.from({ length: count }, (_, index) => index + 1);
  for (let last = count - 1; last >= 0; last -= 1) {
    const chosen = random(last + 1);
    const number = numbers[chosen] ?? 0;
    numbers[chosen] = numbers[last] ?? 0;
    yield number;
  }
}

function pick(choices: readonly string[], random: Random): string {
  return choices[random(choices.length)] ?? '';
}

function phone(start: string, random: Random): string {
  return `${start} ${1000 + random(9000)}`;
}
