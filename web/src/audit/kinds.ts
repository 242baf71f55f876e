/** The kinds of objects on which the audit has acts, in words. */
export const KIND_TEXTS = {
  account: 'Account',
  campaign: 'Campaign',
  'crm-table': 'CRM table',
  'import-definition': 'Import definition',
  schedule: 'Schedule',
  import: 'Import',
  user: 'User',
  group: 'Group',
  role: 'Role',
  features: 'Features',
  request: 'Rejected request',
} as const;

export type AuditKind = keyof typeof KIND_TEXTS;

export const isKind = (text: string): text is AuditKind => Object.hasOwn(KIND_TEXTS, text);

/** The local day of a time, as `2026-11-30`. */
function dayOf(at: string): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The address of the audit entries of an object. @param since when the object was created */
export const auditOf = (kind: AuditKind, object: string, since: string): string =>
  `/audit?${new URLSearchParams({ kind, object, from: dayOf(since) })}`;
