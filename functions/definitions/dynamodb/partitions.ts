/** The partitions of the control table that the context owns. */
export const DEFINITION_PARTITIONS = {
  /** Followed by a table prefix: its import definitions, their versions, names and default. */
  definitions: 'DEFINITION#',
  /**
   * Followed by a table prefix: the holders of definitions. A separate partition, because contexts that hold
   * definitions write to it, and must not write to definitions.
   */
  holders: 'DEFINITION-HOLDERS#',
} as const;
