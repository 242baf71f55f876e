import * as z from 'zod';

/** The parts of JSON Schema that this API's document uses. */
export interface JsonSchema {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly description?: string | undefined;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly pattern?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly items?: JsonSchema | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
  readonly allOf?: readonly JsonSchema[] | undefined;
  readonly additionalProperties?: boolean | JsonSchema | undefined;
}

const JsonSchemaSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    description: z.string().optional(),
    example: z.unknown().optional(),
    default: z.unknown().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    pattern: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxItems: z.number().optional(),
    items: JsonSchemaSchema.optional(),
    properties: z.record(z.string(), JsonSchemaSchema).optional(),
    required: z.array(z.string()).optional(),
    anyOf: z.array(JsonSchemaSchema).optional(),
    oneOf: z.array(JsonSchemaSchema).optional(),
    allOf: z.array(JsonSchemaSchema).optional(),
    additionalProperties: z.union([z.boolean(), JsonSchemaSchema]).optional(),
  }),
);

const ContentSchema = z.record(z.string(), z.object({ schema: JsonSchemaSchema }));

const ParameterSchema = z.object({
  in: z.enum(['path', 'query', 'header']),
  name: z.string(),
  required: z.boolean().default(false),
  description: z.string().optional(),
  schema: JsonSchemaSchema,
});
export type Parameter = z.infer<typeof ParameterSchema>;

const AnswerSchema = z.object({
  description: z.string(),
  headers: z.record(z.string(), z.object({ description: z.string().optional() })).default({}),
  content: ContentSchema.default({}),
});
export type Answer = z.infer<typeof AnswerSchema>;

const OperationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.unknown()).optional(),
  parameters: z.array(ParameterSchema).default([]),
  requestBody: z.object({ content: ContentSchema }).optional(),
  responses: z.record(z.string(), AnswerSchema),
});

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const REFERENCE = /^#\/components\/(responses|headers)\/(\w+)$/;

const SharedSchema = z.record(z.string(), z.unknown()).default({});

/** The document with every shared response and header in each place that refers to it. */
export function withSharedAnswers(document: unknown): unknown {
  const components = z
    .object({ components: z.object({ responses: SharedSchema, headers: SharedSchema }) })
    .safeParse(document).data?.components;
  const inlined = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inlined);
    if (typeof part !== 'object' || part === null) return part;
    const [, kind, name = ''] = REFERENCE.exec('$ref' in part ? String(part.$ref) : '') ?? [];
    if (kind === 'responses' || kind === 'headers') return inlined(components?.[kind]?.[name]);
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inlined(value)]));
  };
  return inlined(document);
}

/** The parts of an OpenAPI document that the page shows. */
export const OpenApiSchema = z
  .unknown()
  .transform(withSharedAnswers)
  .pipe(
    z.object({
      info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
      paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), OperationSchema)),
      components: z.object({ schemas: z.record(z.string(), JsonSchemaSchema) }),
    }),
  );
export type OpenApi = z.infer<typeof OpenApiSchema>;

export interface Operation extends z.infer<typeof OperationSchema> {
  readonly method: string;
  readonly path: string;
}

/** The operations by their first tag, in the document's order. */
export function operationsByTag({ paths }: OpenApi): ReadonlyMap<string, readonly Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (!operation) continue;
      const tag = operation.tags[0] ?? 'Other';
      groups.set(tag, [...(groups.get(tag) ?? []), { ...operation, method: method.toUpperCase(), path }]);
    }
  }
  return groups;
}

/** The types that a schema names: none, one or some. */
export function typesOf({ type = [] }: JsonSchema): readonly string[] {
  return typeof type === 'string' ? [type] : type;
}

export function referenceOf({ $ref }: JsonSchema): string | undefined {
  return $ref?.split('/').at(-1);
}
