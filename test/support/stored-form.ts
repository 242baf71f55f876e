import * as z from 'zod';

/**
 * What a schema takes, as JSON Schema: the form of what is stored. Descriptions, examples and names for the API's document
 * are left out, since they change nothing that is stored.
 */
export const storedForm = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: z.registry<Record<string, unknown>>() });
