import * as z from 'zod';

/** Part of the environment of every function that writes audit entries. */
export const AuditEnv = { AUDIT_RETENTION_DAYS: z.coerce.number<string>().int().min(1) };
