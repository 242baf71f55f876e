/** The partitions of the control table that the context owns. */
export const IMPORT_PARTITIONS = {
  /** Followed by an import id. */
  imports: 'IMPORT#',
  /** Followed by a table prefix: the imports that wait for the table, its lease and its counters. */
  queues: 'QUEUE#',
  /** Followed by the hash of an object version: the import of that version. */
  uploads: 'UPLOAD#',
  /**
   * Followed by a schedule id: the runs that created imports, the files that they imported, the count of missed runs.
   */
  runs: 'IMPORT-RUNS#',
} as const;

/** The partitions of the index GSI1 that the context owns. */
export const IMPORT_INDEX_PARTITIONS = {
  /**
   * Followed by a table prefix: the table's imports by age. Followed by nothing: the imports that belong to no CRM
   * table.
   */
  imports: 'IMPORTS#',
  /** The waiting imports of every table, oldest first: `watch-queues` has no list of CRM tables. */
  queues: 'QUEUES',
  /** The leases that are held or drain, oldest grant first. */
  leases: 'LEASES',
} as const;
