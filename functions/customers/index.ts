export {
  CUSTOMERS_SETTINGS,
  type Customers,
  type CustomerTables,
  createCustomersClient,
  customerAccess,
  customerPages,
  customersIn,
} from './container.ts';
export { DocumentHeadSchema, documentHead } from './document-resource.ts';
export type { BulkJob, Outcome } from './domain/bulk-job.ts';
export { absentCustomer, changedMeanwhile } from './domain/bulk-job.ts';
export type { Intent } from './domain/check-customer.ts';
export { CLEARED, type ValuesBefore } from './domain/customer-fields.ts';
export { CustomerIdSchema } from './domain/customer-id.ts';
export type { CustomerRecord } from './domain/customer-record.ts';
export {
  type DocumentChange,
  type DocumentDeletionReason,
  DocumentDeletionReasonSchema,
  type DocumentEvent,
  deletedDocument,
  type ScanState,
  ScanStateSchema,
} from './domain/document-event.ts';
export { type DocumentFolder, type DocumentOrder, documentFolder } from './domain/document-order.ts';
export { DocumentIdSchema, eventIdOf, versionOfEventId } from './domain/event-place.ts';
export { ImportSuperseded } from './domain/import-superseded.ts';
export type { PreparedCustomer, Problem } from './domain/prepared-customer.ts';
export { chooseReadMethod } from './domain/read-method.ts';
export { customerErasure, historyRemoval, knownCustomers } from './dynamodb/customer-erasure.ts';
export type { CustomerEvents } from './dynamodb/customer-events.ts';
export { customerRemoval } from './dynamodb/customer-removal.ts';
export { DOCUMENT_ORDERS, fromOrderItem, keyOfOrder, toOrderItem } from './dynamodb/document-order-item.ts';
export type { CustomerPages, ImportedChange, ImportedChanges } from './ports.ts';
export type { CustomerBulk } from './use-cases/customer-bulk.ts';
export type { CustomerAddress, EditOrigin } from './use-cases/desk-ports.ts';
export type { WriteEstimate } from './use-cases/estimate-writes.ts';
export type { Match, Matches } from './use-cases/match-customers.ts';
export { type CustomerPorts, type OpenedCustomer, openCustomer } from './use-cases/open-customer.ts';
export type { PreparedUpdate } from './use-cases/update-customers.ts';
