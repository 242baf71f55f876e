/** How a person says which number of a date such as 03/04/2026 is the day. */
export const DATE_FORM_TEXTS = {
  question: 'Which number is the day?',
  'day-first': 'The first: day, month, year',
  'month-first': 'The second: month, day, year',
} as const;
