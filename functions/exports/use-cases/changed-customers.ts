import type { CustomerPages } from '../../customers/index.ts';
import type { ExportPlan } from './open-export.ts';

/** Where the events go on. */
type Place = { readonly kind: 'start' | 'end' } | { readonly kind: 'after'; readonly key: string };

/** Keys are ordered by their UTF-8 bytes. */
const isBelow = (one: string, other: string): boolean => Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;

/**
 * Tells which customers of a shard have changed since a time: by an import, which the customer names, or by a person, in an
 * event. Customers and events are read in the same order side by side, so that neither is kept in memory.
 */
export class ChangedCustomers {
  readonly #pages: Pick<CustomerPages, 'changes'>;
  readonly #plan: Pick<ExportPlan, 'table' | 'imports'>;
  readonly #since: string;
  readonly #shard: number;
  readonly #imports: ReadonlySet<string>;
  /** The Customer IDs of the page that is compared; the first is the lowest that may still come. */
  #ids: string[] = [];
  #place: Place = { kind: 'start' };

  constructor(
    pages: Pick<CustomerPages, 'changes'>,
    plan: Pick<ExportPlan, 'table' | 'imports'>,
    since: string,
    shard: number,
  ) {
    this.#pages = pages;
    this.#plan = plan;
    this.#since = since;
    this.#shard = shard;
    this.#imports = new Set(plan.imports);
  }

  /** Called in the order of the Customer IDs. */
  async has({
    customerId,
    importId,
  }: {
    readonly customerId: string;
    readonly importId: string | undefined;
  }): Promise<boolean> {
    if (importId !== undefined && this.#imports.has(importId)) return true;
    for (;;) {
      const [first] = this.#ids;
      if (first === undefined) {
        if (this.#place.kind === 'end') return false;
        await this.#readOn(customerId);
      } else if (first === customerId) return true;
      else if (isBelow(first, customerId)) this.#ids.shift();
      else return false;
    }
  }

  async #readOn(customerId: string): Promise<void> {
    const { changes, next } = await this.#pages.changes(this.#plan.table, {
      shard: this.#shard,
      // The events of lower Customer IDs are not needed.
      after: this.#place.kind === 'after' ? this.#place.key : startBefore(customerId),
      since: this.#since,
      withValues: false,
    });
    this.#ids = [...new Set(changes.map(({ customerId: id }) => id))];
    this.#place = next === undefined ? { kind: 'end' } : { kind: 'after', key: next };
  }
}

/** A key between the events of lower Customer IDs and those of this one. */
const startBefore = (customerId: string): string => `${customerId}\0`;
