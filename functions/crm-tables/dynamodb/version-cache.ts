import type { PublishedTable } from '../domain/published-table.ts';

/** A version never changes; the time of creation tells two tables apart that had the same prefix one after the other. */
export interface VersionName {
  readonly tablePrefix: string;
  readonly createdAt: string;
  readonly version: number;
}

/** CRM tables, each with its newest version. A version of 64 fields takes some 30 KB. */
const MOST_TABLES = 100;

/** Published versions that this environment has read. */
export class VersionCache {
  readonly #tables = new Map<string, { readonly name: VersionName; readonly table: PublishedTable }>();

  /** @param read reads a version that is not known; `undefined` is not kept */
  async find(name: VersionName, read: () => Promise<PublishedTable | undefined>): Promise<PublishedTable | undefined> {
    const known = this.#tables.get(name.tablePrefix);
    if (known && known.name.version === name.version && known.name.createdAt === name.createdAt) return known.table;
    const table = await read();
    if (table) this.#keep(name, table);
    return table;
  }

  /** The version that was read last, whether or not it is still the published one. */
  lastRead(tablePrefix: string): PublishedTable | undefined {
    return this.#tables.get(tablePrefix)?.table;
  }

  #keep(name: VersionName, table: PublishedTable): void {
    this.#tables.delete(name.tablePrefix);
    this.#tables.set(name.tablePrefix, { name, table });
    const [oldest] = this.#tables.keys();
    if (this.#tables.size > MOST_TABLES && oldest !== undefined) this.#tables.delete(oldest);
  }
}
