/** The partition of the control table that the context owns. */
export const MAINTENANCE_PARTITIONS = {
  /** Followed by an account prefix: its maintenance jobs, with their certificates. */
  jobs: 'MAINTENANCE#',
} as const;

/** The partition of the index GSI1 that the context owns. */
export const MAINTENANCE_INDEX_PARTITIONS = {
  /** The jobs of all accounts that have not ended, the oldest first. */
  due: 'MAINTENANCE-DUE',
} as const;
