/** The texts of the page of features. */
export const FEATURES = {
  title: 'Features',
  description: 'What users see and use, for every account or for single ones. A change takes effect within a minute.',
  help: 'Arrow keys move; Space switches a feature. While a feature is off its pages are gone and nothing is deleted.',
  crmHelp:
    'While CRM is off, files that arrive for the account are rejected, also those of schedules. Imports that run go on to their end.',
  account: 'Account',
  find: 'Find accounts by name or prefix',
  feature: 'Feature',
  state: 'State',
  every: 'Every account',
  on: 'On',
  off: 'Off',
  offByAll: 'Off for all',
  grid: 'Features by account',
  more: 'Show more accounts',
  save: 'Save changes',
  saved: 'The features are saved.',
} as const;
