/** The partitions of the control table that the context owns. */
export const SEARCH_PARTITIONS = {
  /** Followed by a table prefix: what the search index of the table consists of. */
  heads: 'SEARCH#',
} as const;

/** The partitions of the index GSI1 that the context owns. */
export const SEARCH_INDEX_PARTITIONS = {
  /** The heads of tables with something due. */
  due: 'SEARCH-DUE',
} as const;
