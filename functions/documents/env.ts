import * as z from 'zod';
import { AuditEnv } from '../shared/domain/audit/audit-env.ts';

export const DocumentsApiEnvSchema = z.object({
  CONTROL_TABLE: z.string().min(1),
  CUSTOMERS_TABLE: z.string().min(1),
  DOCUMENTS_BUCKET: z.string().min(1),
  ...AuditEnv,
});

/** remove-documents and record-scan. */
export const DocumentFilesEnvSchema = DocumentsApiEnvSchema.pick({ CUSTOMERS_TABLE: true, DOCUMENTS_BUCKET: true });
