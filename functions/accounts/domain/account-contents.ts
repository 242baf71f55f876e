/** How many campaigns and CRM tables belong to an account. */
export interface AccountContents {
  readonly campaigns: number;
  readonly crmTables: number;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Why the contents keep an account from being deleted, and what to do; undefined if there are none. */
export function contentsText({ campaigns, crmTables }: AccountContents): string | undefined {
  const parts = [
    ...(campaigns > 0 ? [counted(campaigns, 'campaign')] : []),
    ...(crmTables > 0 ? [counted(crmTables, 'CRM table')] : []),
  ];
  if (parts.length === 0) return undefined;
  const advice =
    crmTables > 0
      ? 'A CRM table cannot be deleted, so an account with CRM tables stays.'
      : 'Delete its campaigns first, then the account.';
  return `has ${parts.join(' and ')}. ${advice}`;
}
