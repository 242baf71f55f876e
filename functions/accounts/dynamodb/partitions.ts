/** The partitions of the control table that the context owns. */
export const ACCOUNT_PARTITIONS = {
  accounts: 'ACCOUNTS',
  /** Other contexts raise the numbers in it, see `raiseSequence`; it holds nothing else. */
  sequences: 'ACCOUNT-SEQUENCES',
} as const;
