/** The texts about keys. */
export const KEYS = {
  list: 'Keys',
  title: 'Keys of this page',
  onThisPage: 'On this page',
  everywhere: [
    { key: 'Ctrl+k', text: 'Find a page, a name or an action' },
    { key: 'Tab', text: 'Go to the next field or button; Shift+Tab to the one before' },
  ],
} as const;
