/** The partition of the control table that the context owns. */
export const ACCOUNT_PARTITIONS = {
  /** Every account. */
  accounts: 'ACCOUNTS',
} as const;
