/** The partition of the control table that the context owns. */
export const ACCOUNT_PARTITIONS = {
  accounts: 'ACCOUNTS',
} as const;
