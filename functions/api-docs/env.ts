import * as z from 'zod';

/** The environment of api-docs-api: it needs none, since its document is part of its bundle. */
export const ApiDocsEnvSchema = z.object({});
