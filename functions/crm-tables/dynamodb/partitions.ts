/** The partitions of the control table that the context owns. */
export const CRM_TABLE_PARTITIONS = {
  /** Followed by a table prefix: the table, its draft and its published versions. */
  tables: 'CRMTABLE#',
  /**
   * Followed by a table prefix: the highest generated Customer ID. A separate partition, because imports write to it
   * and must not write to the table itself.
   */
  customerIds: 'CRMTABLE-IDS#',
  /** Followed by an account prefix: the list of its CRM tables. */
  lists: 'CRMTABLES#',
} as const;
