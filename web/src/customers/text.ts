const HOW = { word: 'a word', beginning: 'beginning', ending: 'last digits' } as const;

/** The texts of what shows the values of customers. */
export const CUSTOMERS = {
  required: 'Required',
  blank: '(blank)',
  choice: 'Choose',
  yes: 'yes',
  no: 'no',
  vip: 'VIP',
  customerId: 'Customer ID',
  foundBy: 'Found by',
  /** How a value of a field matches; nothing for a whole value. */
  how: (label: string, how: 'whole' | 'word' | 'beginning' | 'ending') =>
    how === 'whole' ? label : `${label} (${HOW[how]})`,
  matchList: 'Customers that match',
} as const;
