import type { CustomerRecord } from '../domain/customer-record.ts';
import type { CustomerView, ShownHit } from '../domain/customer-view.ts';
import { type Conditions, matchedBy } from '../domain/search-conditions.ts';
import { matchesTerm, type SearchTerm } from '../domain/search-terms.ts';
import type { Candidate } from '../ports.ts';

/** Collects the matches among the candidates of a search, up to a number. */
export class Hits {
  readonly items: ShownHit[] = [];
  position: string | undefined;
  readonly #view: CustomerView;
  readonly #conditions: Conditions;
  readonly #limit: number;

  constructor(view: CustomerView, conditions: Conditions, limit: number) {
    this.#view = view;
    this.#conditions = conditions;
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.items.length >= this.#limit;
  }

  /** Checks a customer against its stored values: an index entry may be older. */
  add(record: CustomerRecord | undefined): void {
    if (!record || record.deletedAt !== undefined) return;
    const matched = matchedBy(this.#view, this.#conditions, record);
    if (matched.length > 0) this.items.push(this.#view.showHit(record, matched));
  }

  /** Takes candidates until the page is full. A customer that an earlier term has found is not found again. */
  take(candidates: readonly Candidate[], terms: readonly SearchTerm[], records: ReadonlyMap<string, CustomerRecord>) {
    const { defaultCountry } = this.#view.table;
    for (const { customerId, term, position } of candidates) {
      if (this.isFull) return;
      this.position = position;
      const record = records.get(customerId);
      const { text, needed } = this.#conditions;
      const earlier = needed.length > 0 ? [] : terms.slice(0, term);
      const isRepeated =
        customerId === text || earlier.some((each) => record && matchesTerm(each, record.values, defaultCountry));
      if (!isRepeated) this.add(record);
    }
  }
}
