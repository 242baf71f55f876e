/** In values of a field that a role hides. */
export const HIDDEN = 'zzhidden7';
/** In texts of an account for which limited callers have no role. */
export const FOREIGN = 'zzforeign9';

/** The CRM table with the hidden field; requests that change its structure would make the field disappear. */
export const MARKED_TABLE = 'MARK';
export const HIDDEN_FIELD = 'P022';

/** Callers by what they may not see. */
export const HIDING = [`administrator!${MARKED_TABLE}.${HIDDEN_FIELD}`, `agent!${MARKED_TABLE}.${HIDDEN_FIELD}`];
export const LIMITED = ['administrator@BRI', 'supervisor@BRI', 'agent@BRI,LIM'];

/** Users as whom callers see the console. */
export const VIEWED = [...HIDING, ...LIMITED, 'supervisor', 'none'];

export const mayNotSee = (role: string | null): string | undefined => {
  if (role === null) return undefined;
  if (HIDING.includes(role)) return HIDDEN;
  return LIMITED.includes(role) ? FOREIGN : undefined;
};

/** Whether an answer shows a marker, in any case of letters. */
export const shows = (marker: string, answer: unknown): boolean =>
  JSON.stringify([answer]).toLowerCase().includes(marker);

/** CRM tables of the account BRI for erasures, after which no import of theirs begins. */
export const ERASED_TABLES = ['ERA', 'ERB', 'ERC', 'ERD'] as const;

/** CRM tables of the account BRI for requests that delete some. */
export const DELETED_TABLES = ['DELA', 'DELB', 'DELC', 'DELD', 'DELE', 'DELF'] as const;
