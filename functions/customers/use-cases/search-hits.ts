import { createHash } from 'node:crypto';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { CustomerView, ShownHit } from '../domain/customer-view.ts';
import type { Found } from '../domain/search-conditions.ts';

/** Digits of a hash that tell the customers of one search apart. */
const HASH_CHARACTERS = 10;

const hashOf = (customerId: string): string =>
  createHash('sha256').update(customerId).digest('base64url').slice(0, HASH_CHARACTERS);

/** Collects the hits of a page, each customer once for the whole search. */
export class Hits {
  readonly #view: CustomerView;
  readonly #limit: number;
  readonly #shown: Set<string>;
  /** A word with so many newer entries that not all were read. */
  commonWord: string | undefined;
  readonly #hits: { readonly hit: ShownHit; readonly rank: number }[] = [];

  /** @param shown hashes of the customers that earlier pages have shown */
  constructor(view: CustomerView, limit: number, shown: readonly string[]) {
    this.#view = view;
    this.#limit = limit;
    this.#shown = new Set(shown);
  }

  /** How many hits the page still has room for. */
  get open(): number {
    return this.#limit - this.#hits.length;
  }

  /** Hashes of all customers that were shown, on this page or an earlier one. */
  get shown(): readonly string[] {
    return [...this.#shown];
  }

  /** The hits of the page, the best first. */
  get items(): readonly ShownHit[] {
    return this.#hits.toSorted((a, b) => a.rank - b.rank).map(({ hit }) => hit);
  }

  /** The rank of the best hit. */
  get best(): number {
    return Math.min(...this.#hits.map(({ rank }) => rank));
  }

  isShown(customerId: string): boolean {
    return this.#shown.has(hashOf(customerId));
  }

  add(record: CustomerRecord, { matched, rank }: Found): void {
    this.#shown.add(hashOf(record.customerId));
    this.#hits.push({ hit: this.#view.showHit(record, matched), rank });
  }
}
