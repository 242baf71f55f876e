/** The partitions of the control table that the context owns. */
export const CUSTOMER_PARTITIONS = {
  /** Followed by a user id: searches of the user that have further pages. */
  searches: 'CUSTOMER-SEARCHES#',
} as const;
