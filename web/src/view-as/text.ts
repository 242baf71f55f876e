/** The texts of the page from which a supervisor sees the console as another user. */
export const VIEW_AS = {
  title: 'See as another user',
  description:
    'Shows the console as a user sees it, cut down to your own rights and to accounts that you supervise. Nothing can be changed there, and the audit records the view.',
  empty: 'No user has a role for an account that you supervise.',
  fullName: 'Full name',
  username: 'Username',
  view: 'View',
  seeAs: 'See as this user',
  seeAsNamed: (name: string) => `See as this user: ${name}`,
} as const;
