/** The partitions of the control table that belong to no context: every function of the API may write to them. */
export const KIT_PARTITIONS = {
  /** Followed by a user id: the answers to requests with an Idempotency-Key. */
  answers: 'ANSWERS#',
  /**
   * Followed by an account prefix or `INSTALLATION`, and a month: what was done. Functions add entries, and none may
   * update or delete one.
   */
  audit: 'AUDIT#',
  /** Followed by a user id: how often requests of the user were rejected in five minutes, and the users' recorded views. */
  rejections: 'REJECTIONS#',
} as const;

/** The same in the index GSI1. */
export const KIT_INDEX_PARTITIONS = {
  /** Followed by a month: the audit entries of all accounts and of the installation. */
  audit: 'AUDIT#',
} as const;
