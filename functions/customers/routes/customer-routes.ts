import * as z from 'zod';
import { onCrmTable } from '../../crm-tables/index.ts';
import { etagOf } from '../../shared/http/etag.ts';
import { NO_BODY, NOTHING, type Route } from '../../shared/http/route.ts';
import { CustomerUpdateSchema, DeletionReasonSchema, NewCustomerSchema } from '../domain/customer-input.ts';
import {
  CreatedCustomerSchema,
  CustomerResourceSchema,
  customerResource,
  UpdatedCustomerSchema,
  warningsOf,
} from '../resource.ts';
import { createCustomer } from '../use-cases/create-customer.ts';
import { deleteCustomer } from '../use-cases/delete-customer.ts';
import { getCustomer } from '../use-cases/get-customer.ts';
import { updateCustomer } from '../use-cases/update-customer.ts';
import { beginCustomer } from './begun-reads.ts';
import {
  CUSTOMER,
  CUSTOMERS,
  CustomerPathSchema,
  type CustomerServices,
  define,
  TablePathSchema,
  tag,
} from './common.ts';

const DeletionQuerySchema = z.strictObject({
  reason: DeletionReasonSchema.meta({ description: 'Why the customer is deleted; it stays in the history.' }),
});

export const customerRoutes: readonly Route<CustomerServices>[] = [
  define({
    method: 'POST',
    path: CUSTOMERS,
    operationId: 'createCustomer',
    tag,
    summary: 'Create a customer. Values are checked as an import checks them.',
    access: onCrmTable('customers.create', 'params'),
    request: { params: TablePathSchema, query: NOTHING, body: NewCustomerSchema },
    response: {
      status: 201,
      description: 'The Customer ID, given or generated.',
      body: CreatedCustomerSchema,
      hasETag: true,
      hasLocation: true,
    },
    problems: [404, 409],
    handle: async (services, { params, body, caller }) => {
      const { prefix, customerId, version, warnings } = await createCustomer(services, params.prefix, body, caller);
      const location = `/crm-tables/${prefix}/customers/${encodeURIComponent(customerId)}`;
      const shown = { prefix, customerId, warnings: warningsOf(warnings) };
      return { status: 201, body: shown, etag: etagOf(version), location };
    },
  }),
  define({
    method: 'GET',
    path: CUSTOMER,
    operationId: 'getCustomer',
    tag,
    summary: 'Read a customer.',
    access: onCrmTable('customers.search', 'params'),
    begin: beginCustomer,
    request: { params: CustomerPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The customer.', body: CustomerResourceSchema, hasETag: true },
    problems: [404, 409],
    handle: async (services, { params, caller }) => {
      const { value, revision } = await getCustomer(services, params, caller);
      return { status: 200, body: customerResource(value), etag: etagOf(revision) };
    },
  }),
  define({
    method: 'PATCH',
    path: CUSTOMER,
    operationId: 'updateCustomer',
    tag,
    summary:
      'Update fields of a customer; the others stay. A customer that has changed answers 412 with the three values of each field.',
    access: onCrmTable('customers.update', 'params'),
    request: { params: CustomerPathSchema, query: NOTHING, body: CustomerUpdateSchema },
    conditional: true,
    // A repetition fails by its If-Match; the answer has personal data, and is not stored.
    idempotency: 'none',
    response: { status: 200, description: 'The customer.', body: UpdatedCustomerSchema, hasETag: true },
    problems: [404, 409, 412, 428],
    handle: async (services, request) => {
      const { value, revision } = await updateCustomer(services, request.params, request.body, request);
      const body = { ...customerResource(value), warnings: warningsOf(value.warnings) };
      return { status: 200, body, etag: etagOf(revision) };
    },
  }),
  define({
    method: 'DELETE',
    path: CUSTOMER,
    operationId: 'deleteCustomer',
    tag,
    summary:
      'Delete a customer, with the values in the history. An import that has begun before does not bring it back.',
    access: onCrmTable('customers.delete', 'params'),
    request: { params: CustomerPathSchema, query: DeletionQuerySchema, body: NO_BODY },
    conditional: true,
    idempotency: 'none',
    response: { status: 204, description: 'It is gone. Its history stays without values.' },
    problems: [404, 409, 412, 428],
    handle: async (services, request) => {
      await deleteCustomer(services, request.params, request.query.reason, request);
      return { status: 204 };
    },
  }),
];
