/** The partitions of the control table that belong to no context: every function of the API may write to them. */
export const KIT_PARTITIONS = {
  /** Followed by a user id: the answers to requests with an Idempotency-Key. */
  answers: 'ANSWERS#',
  /** Reserved for the audit log. */
  audit: 'AUDIT#',
} as const;
