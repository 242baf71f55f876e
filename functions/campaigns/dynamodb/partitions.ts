/** The partition of the control table that the context owns. */
export const CAMPAIGN_PARTITIONS = {
  /** Followed by an account's prefix: its campaigns, and the claims on their names. */
  campaigns: 'CAMPAIGN#',
} as const;
