/** What keeps an account from being deleted, counted. */
export interface AccountContents {
  readonly campaigns: number;
  readonly crmTables: number;
  /** Users with a role for the account by its prefix. A role for all accounts does not count. */
  readonly users: number;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function adviceFor({ campaigns, crmTables, users }: AccountContents): string {
  if (crmTables > 0) {
    return `Delete its ${campaigns > 0 ? 'campaigns and ' : ''}CRM tables first, then the account.`;
  }
  if (users === 0) return 'Delete its campaigns first, then the account.';
  const first = campaigns > 0 ? 'Delete its campaigns and take' : 'Take';
  return `${first} these roles from the users first, then delete the account.`;
}

/** Why the contents keep an account from being deleted, and what to do; undefined if there are none. */
export function contentsText(contents: AccountContents): string | undefined {
  const { campaigns, crmTables, users } = contents;
  const parts = [
    ...(campaigns > 0 ? [counted(campaigns, 'campaign')] : []),
    ...(crmTables > 0 ? [counted(crmTables, 'CRM table')] : []),
    ...(users > 0 ? [`${counted(users, 'user')} with a role for it`] : []),
  ];
  if (parts.length === 0) return undefined;
  return `has ${new Intl.ListFormat('en').format(parts)}. ${adviceFor(contents)}`;
}
