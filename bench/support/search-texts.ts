import type { SearchRequest } from '../../functions/customers/use-cases/search-customers.ts';
import { pick, type Random } from '../../local/demo/random.ts';
import type { FixtureCustomer } from './search-fixture.ts';

/** What an agent types, from the values of one customer. */
type Typed = (customer: FixtureCustomer, random: Random) => Omit<SearchRequest, 'limit'>;

const LAST_DIGITS = 7;
const BEGINNING = 4;

const inBox = (text: string) => ({ text, fields: [] });
const inField = (code: string, value: string) => ({ fields: [{ code, value }] });

const addressOrPostcode = ({ email, household }: FixtureCustomer, random: Random) =>
  random(2) === 0 && email !== '' ? { code: 'P019', value: email } : { code: 'P018', value: household.postcode };

/** The same number as an agent hears it: 07312 345678. */
const spaced = (number: string): string => `${number.slice(0, 5)} ${number.slice(5)}`;

/** Two words, or three with the town, in any order. */
function words({ firstName, lastName, household }: FixtureCustomer, random: Random): string {
  const name = random(2) === 0 ? [firstName, lastName] : [lastName, firstName];
  return (random(2) === 0 ? name : [...name, household.town.name]).join(' ');
}

/** The kinds of searches that are measured. */
const TYPED = {
  exact: (customer, random) => {
    const { code, value } = addressOrPostcode(customer, random);
    return inField(code, value);
  },
  'exact-in-box': (customer, random) => inBox(addressOrPostcode(customer, random).value),
  prefix: ({ lastName }) => inField('P011', lastName.slice(0, BEGINNING)),
  'prefix-in-box': ({ lastName }) => inBox(lastName.slice(0, BEGINNING)),
  telephone: ({ mobile }) => inField('P013', spaced(mobile)),
  'last-seven-digits': ({ mobile }) => inField('P013', mobile.slice(-LAST_DIGITS)),
  words: (customer, random) => inBox(words(customer, random)),
} satisfies Record<string, Typed>;
export type Kind = keyof typeof TYPED;
export const KINDS: readonly Kind[] = [
  ...(['exact', 'exact-in-box', 'prefix', 'prefix-in-box', 'telephone', 'last-seven-digits', 'words'] as const),
];

/**
 * Searches for customers of the fixture. For every second one a last name is chosen first, each as often as any other, and
 * then a customer of that name: so common and rare names are equally many.
 */
export class SearchMix {
  readonly #customers: readonly FixtureCustomer[];
  readonly #byLastName: readonly (readonly FixtureCustomer[])[];
  readonly #random: Random;

  constructor(customers: readonly FixtureCustomer[], random: Random) {
    this.#customers = customers;
    this.#byLastName = [...Map.groupBy(customers, ({ lastName }) => lastName).values()];
    this.#random = random;
  }

  requests(kind: Kind, count: number): Omit<SearchRequest, 'limit'>[] {
    return Array.from({ length: count }, (_, index) => {
      const from = index % 2 === 0 ? this.#customers : pick(this.#byLastName, this.#random);
      return TYPED[kind](pick(from, this.#random), this.#random);
    });
  }
}
