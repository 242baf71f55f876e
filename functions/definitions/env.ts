import * as z from 'zod';

export const DefinitionsEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
