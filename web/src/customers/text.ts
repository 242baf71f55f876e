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
  matchList: 'Customers that match',
} as const;
