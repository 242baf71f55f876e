import * as z from 'zod';

/** The environment of docs-api: it needs none, since its document is part of its bundle. */
export const DocsEnvSchema = z.object({});
