/** The partition of the control table that the context owns. */
export const DEFINITION_PARTITIONS = {
  /** Followed by a CRM table's prefix: its import definitions, their versions, names, default and holders. */
  definitions: 'DEFINITION#',
} as const;
