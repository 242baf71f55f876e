/** The partition of the control table that the context owns. */
export const CAMPAIGN_PARTITIONS = {
  /** Followed by an account prefix: its campaigns, and the reservations of their names. */
  campaigns: 'CAMPAIGN#',
} as const;
