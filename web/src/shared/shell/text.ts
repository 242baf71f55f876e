/** The texts of the shell. */
export const SHELL = {
  product: 'Switchboard',
  find: 'Find',
  theme: { system: 'Theme of the system', light: 'Light theme', dark: 'Dark theme' },
  compact: 'Compact density',
  appearance: 'Appearance',
  signOut: 'Sign out',
  view: 'See as another user',
  viewing: (name: string) => `You see Switchboard as ${name}`,
  viewingText: 'You see what both of you may see, and can change nothing. The audit records this view.',
  leaveView: 'Leave this view',
  notInView: 'It changes something, or one of you may not see it.',
  offline:
    'Switchboard cannot be reached. What you see may be out of date; it is loaded again when the connection is back.',
  offlineTitle: 'No connection',
  sessionEnded: 'Sign in again to go on. What you have typed on this page stays.',
  sessionEndedTitle: 'Your session has ended',
  featureOffTitle: (feature = 'This feature') => `${feature} is switched off`,
  featureOff: (account?: string) =>
    `${account === undefined ? 'It is off for all accounts that you work with' : `It is off for account ${account}`}. An administrator of your installation can switch it on.`,
  signInAgain: 'Sign in again',
} as const;
