/** The partition of the control table that the context owns. */
export const SCHEDULE_PARTITIONS = {
  /** Followed by a table prefix: its schedules. */
  schedules: 'SCHEDULE#',
} as const;
