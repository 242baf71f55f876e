/** The partitions of the control table that the context owns. */
export const DEFINITION_PARTITIONS = {
  /** Followed by a CRM table's prefix: its import definitions, their versions, names and default. */
  definitions: 'DEFINITION#',
  /**
   * Followed by a CRM table's prefix: what needs a definition. A partition of its own, because contexts that hold
   * definitions write to it, and must not write to definitions.
   */
  holders: 'DEFINITION-HOLDERS#',
} as const;
