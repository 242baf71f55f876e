/** The properties of a CRM table that do not depend on a version. */
export interface CrmTable {
  readonly prefix: string;
  readonly accountPrefix: string;
  readonly createdAt: string;
  /** The number of partitions for the customers. It never changes, since a customer's shard is computed from it. */
  readonly shardCount: number;
  /** Undefined until the first publish. */
  readonly publishedVersion: number | undefined;
  /** Every field code that was ever published: customers may hold values under it. */
  readonly publishedCodes: readonly string[];
}
