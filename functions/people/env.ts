import * as z from 'zod';

/** The environment of people-api. */
export const PeopleEnvSchema = z.object({ CONTROL_TABLE: z.string().min(1) });
