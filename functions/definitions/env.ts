import * as z from 'zod';

/** The environment of definitions-api. */
export const DefinitionsEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
