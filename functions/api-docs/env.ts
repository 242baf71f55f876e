import * as z from 'zod';

/** Empty, since the function's document is part of its bundle. */
export const ApiDocsEnvSchema = z.object({});
