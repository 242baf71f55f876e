import * as z from 'zod';

export const PeopleEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
