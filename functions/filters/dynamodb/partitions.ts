/** The partition of the control table that the context owns. */
export const FILTER_PARTITIONS = {
  /** Followed by a table prefix: its saved filters, and the reservations of their names. */
  filters: 'FILTER#',
} as const;
