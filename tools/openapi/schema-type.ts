// The TypeScript type of a JSON schema of the API's document.
import * as z from 'zod';

export interface Schema {
  readonly $ref?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly items?: Schema | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: Schema | boolean | undefined;
  readonly description?: string | undefined;
}

export const SchemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    oneOf: z.array(SchemaSchema).optional(),
    anyOf: z.array(SchemaSchema).optional(),
    allOf: z.array(SchemaSchema).optional(),
    items: SchemaSchema.optional(),
    properties: z.record(z.string(), SchemaSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), SchemaSchema]).optional(),
    description: z.string().optional(),
  }),
);

/** @throws Error for an unknown type */
export function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return `components["schemas"][${JSON.stringify(lastPart(schema.$ref))}]`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const union = schema.oneOf ?? schema.anyOf;
  if (union) return union.map((member) => `(${typeOf(member)})`).join(' | ');
  if (schema.allOf) return schema.allOf.map((member) => `(${typeOf(member)})`).join(' & ');
  if (schema.type === undefined || typeof schema.type === 'string') return plainType(schema, schema.type);
  return schema.type.map((type) => `(${plainType(schema, type)})`).join(' | ');
}

function plainType(schema: Schema, type: string | undefined): string {
  switch (type) {
    case undefined:
      return 'unknown';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `(${typeOf(schema.items ?? {})})[]`;
    case 'object':
      return objectType(schema);
    default:
      throw new Error(`Unknown schema type: ${type}`);
  }
}

function objectType({ properties = {}, required = [], additionalProperties = true }: Schema): string {
  const members = Object.entries(properties).map(
    ([name, schema]) =>
      `${comment(schema.description)}${key(name)}${optional(required.includes(name))}: ${typeOf(schema)};`,
  );
  if (typeof additionalProperties === 'object')
    return `{ ${members.join('\n')} [name: string]: ${typeOf(additionalProperties)} }`;
  if (members.length > 0) return `{\n${members.join('\n')}\n}`;
  return additionalProperties ? '{ [name: string]: unknown }' : 'Record<string, never>';
}

const lastPart = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);
export const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
export const optional = (required: boolean): string => (required ? '' : '?');
export const comment = (text: string | undefined): string =>
  text === undefined ? '' : `/** ${text.replaceAll('*/', '* /').replaceAll('\n', '\n * ')} */\n`;
