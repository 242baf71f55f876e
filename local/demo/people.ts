import type { Country, Town } from './countries.ts';
import { NumberPool } from './number-pool.ts';
import { happens, pick, type Random } from './random.ts';
import type { TelephoneRange } from './telephone-ranges.ts';

/** One invented customer, without the values of the client's own fields. */
export interface Person {
  readonly title: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  readonly household: Household;
  readonly isVip: boolean;
}

interface Household {
  readonly country: Country;
  readonly town: Town;
  readonly surname: string;
  readonly address: string;
  readonly postcode: string;
  readonly phone: string;
}

/** So many people live with the one before: they share the address, the telephone number and mostly the surname. */
const SAME_HOUSEHOLD_PERCENT = 11;
const SAME_SURNAME_PERCENT = 80;
/** So many people are reached through the switchboard of the first household, as guests of a home or a hotel are. */
const SWITCHBOARD_PERCENT = 0.4;
const EMAIL_PERCENT = 86;
const VIP_PERCENT = 3;
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXY';
/** RFC 2606 reserves them. */
const MAIL_DOMAINS = ['example.com', 'example.org', 'example.net'];

/** Invents people who live in the countries. The same seed gives the same people. */
export class People {
  readonly #random: Random;
  readonly #countries: readonly Country[];
  /** Towns with the same ranges take from one pool. */
  readonly #pools = new Map<string, NumberPool>();
  #last: Household | undefined;
  #switchboard = '';

  /** @param countries one that is listed twice has twice as many people */
  constructor(random: Random, countries: readonly Country[]) {
    this.#random = random;
    this.#countries = countries;
  }

  next(): Person {
    const random = this.#random;
    const household = this.#household();
    const { town, country, surname } = household;
    const isWoman = random(2) === 0;
    const { woman, man, womensTitles, mensTitles } = town.names;
    const firstName = isWoman ? woman(random) : man(random);
    const lastName = happens(SAME_SURNAME_PERCENT, random) ? surname : town.names.surname(random);
    return {
      title: pick(isWoman ? womensTitles : mensTitles, random),
      firstName,
      lastName,
      phone: happens(SWITCHBOARD_PERCENT, random) ? this.#switchboard : household.phone,
      mobile: happens(country.mobiles, random) ? this.#number(country.mobileRanges ?? town.landlines) : '',
      email: happens(EMAIL_PERCENT, random) ? this.#email(firstName, lastName) : '',
      household,
      isVip: happens(VIP_PERCENT, random),
    };
  }

  #household(): Household {
    const random = this.#random;
    if (this.#last && happens(SAME_HOUSEHOLD_PERCENT, random)) return this.#last;
    const country = pick(this.#countries, random);
    const town = pick(country.towns, random);
    const household = {
      country,
      town,
      surname: town.names.surname(random),
      address: country.address.replace('N', String(1 + random(98))).replace('S', () => pick(country.streets, random)),
      postcode: this.#postcode(town),
      phone: happens(country.landlines, random) ? this.#number(town.landlines) : '',
    };
    this.#last = household;
    this.#switchboard ||= household.phone;
    return household;
  }

  #postcode({ postcode }: Town): string {
    const letter = () => LETTERS.charAt(this.#random(LETTERS.length));
    return postcode.replace(/#/g, () => String(1 + this.#random(9))).replace(/@/g, letter);
  }

  /** Empty if all numbers of the ranges are given. */
  #number(ranges: readonly TelephoneRange[]): string {
    const key = ranges.map(({ international }) => international).join();
    const pool = this.#pools.get(key) ?? new NumberPool(ranges, this.#random);
    this.#pools.set(key, pool);
    return pool.take() ?? '';
  }

  #email(firstName: string, lastName: string): string {
    const random = this.#random;
    const name = `${firstName}.${lastName}`.normalize('NFKD').replace(/[^A-Za-z.-]/g, '');
    return `${name.toLowerCase()}${1 + random(999)}@${pick(MAIL_DOMAINS, random)}`;
  }
}
