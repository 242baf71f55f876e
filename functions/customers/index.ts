export {
  CUSTOMERS_SETTINGS,
  type Customers,
  type CustomersSettings,
  createCustomersClient,
  customersIn,
} from './container.ts';
export type {
  BulkJob,
  Cells,
  Outcome,
  PreparedCustomer,
  Problem,
  RefusedCustomer,
} from './domain/bulk-job.ts';
export type { Intent } from './domain/check-customer.ts';
export type { ReadEstimate, ReadMethod } from './domain/read-method.ts';
export { CustomersBusy } from './ports.ts';
export type { CustomerBulk } from './use-cases/customer-bulk.ts';
export type { Draft, Match, Matches } from './use-cases/match-customers.ts';
export type { PreparedUpdate } from './use-cases/update-customers.ts';
