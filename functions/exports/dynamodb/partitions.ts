/** The partitions of the control table that the context owns. */
export const EXPORT_PARTITIONS = {
  /** Followed by a table prefix: its exports. */
  exports: 'EXPORT#',
  /** Followed by a table prefix: its export definitions, the reservations of their names, the time of the last export, and the last runs of schedules. */
  exportDefinitions: 'EXPORT-DEFINITION#',
} as const;
