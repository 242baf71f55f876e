import * as z from 'zod';
import type { PublishedTable } from '../../crm-tables/index.ts';
import type { AuditLog } from '../../shared/domain/audit/rejected-request.ts';
import type { RightsReader } from '../../shared/domain/caller.ts';
import type { AnswerStore } from '../../shared/http/answer-store.ts';
import { PrefixParameterSchema } from '../../shared/http/path-parameters.ts';
import { routesOf } from '../../shared/http/route.ts';
import { CustomerIdSchema } from '../domain/customer-id.ts';
import type { DeskPorts } from '../use-cases/desk-ports.ts';
import type { SearchIndexPorts } from '../use-cases/get-search-index.ts';

/** The versions of CRM tables that this environment has read. */
interface LastVersions {
  lastRead(tablePrefix: string): PublishedTable | undefined;
}

export interface CustomerServices extends DeskPorts, SearchIndexPorts {
  readonly versions: LastVersions;
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

export const TablePathSchema = z.strictObject({ prefix: PrefixParameterSchema });
export const CustomerPathSchema = TablePathSchema.extend({
  customerId: CustomerIdSchema.meta({ description: 'The Customer ID, exactly as it is.', example: 'VOUCIM_10001' }),
});

export const CUSTOMERS = '/crm-tables/{prefix}/customers';
export const CUSTOMER = `${CUSTOMERS}/{customerId}`;
export const tag = 'Customers';

export const define = routesOf<CustomerServices>();
