/** The codes of the fields that have a meaning of their own in every CRM table. */
export const CUSTOMER_ID = 'P008';
export const VIP = 'P020';
