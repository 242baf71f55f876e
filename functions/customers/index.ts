export {
  CUSTOMERS_SETTINGS,
  type Customers,
  createCustomersClient,
  customersIn,
} from './container.ts';
export type { BulkJob, Outcome } from './domain/bulk-job.ts';
export { absentCustomer, changedMeanwhile } from './domain/bulk-job.ts';
export type { Intent } from './domain/check-customer.ts';
export { CLEARED, type ValuesBefore } from './domain/customer-fields.ts';
export { ImportSuperseded } from './domain/import-superseded.ts';
export type { PreparedCustomer, Problem } from './domain/prepared-customer.ts';
export { chooseReadMethod } from './domain/read-method.ts';
export type { CustomerBulk } from './use-cases/customer-bulk.ts';
export type { WriteEstimate } from './use-cases/estimate-writes.ts';
export type { Match, Matches } from './use-cases/match-customers.ts';
export type { PreparedUpdate } from './use-cases/update-customers.ts';
