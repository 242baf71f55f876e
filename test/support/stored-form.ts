import * as z from 'zod';

/**
 * The input of a schema, as JSON Schema: the stored form. Descriptions, examples and names for the API's document
 * are left out, since they change nothing that is stored.
 */
export const storedForm = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: z.registry<Record<string, unknown>>() });
