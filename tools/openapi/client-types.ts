// The types of the API for its typed client (openapi-fetch): `paths` and `components`. openapi-typescript and hey-api need
// TypeScript's JavaScript API, which TypeScript 7 does not have.
import * as z from 'zod';
import { comment, key, optional, SchemaSchema, typeOf } from './schema-type.ts';
import { withoutReferences } from './without-references.ts';

const ContentSchema = z.record(z.string(), z.looseObject({ schema: SchemaSchema.default({}) }));
const HeaderSchema = z.looseObject({ required: z.boolean().default(false), schema: SchemaSchema });
const ParameterSchema = z.looseObject({
  in: z.enum(['query', 'header', 'path', 'cookie']),
  name: z.string(),
  description: z.string().optional(),
  required: z.boolean().default(false),
  schema: SchemaSchema,
});
const ResponseSchema = z.looseObject({
  headers: z.record(z.string(), HeaderSchema).default({}),
  content: ContentSchema.optional(),
});
const OperationSchema = z.looseObject({
  summary: z.string().optional(),
  parameters: z.array(ParameterSchema).default([]),
  requestBody: z.looseObject({ required: z.boolean().default(false), content: ContentSchema }).optional(),
  responses: z.record(z.string(), ResponseSchema),
});
const DocumentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), OperationSchema)),
  components: z.looseObject({ schemas: z.record(z.string(), SchemaSchema) }),
});
type Operation = z.infer<typeof OperationSchema>;
type Parameter = z.infer<typeof ParameterSchema>;
type Content = z.infer<typeof ContentSchema>;

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const PLACES = ['query', 'header', 'path', 'cookie'];

/**
 * @param document an OpenAPI 3.1 document
 * @returns the text of a TypeScript module
 * @throws ZodError if it uses parts of OpenAPI that this does not read, Error for an unknown schema type
 */
export function clientTypes(document: unknown): string {
  const read = DocumentSchema.parse(withoutReferences(document));
  const paths = Object.entries(read.paths).map(([path, operations]) => `${key(path)}: {\n${pathItem(operations)}\n};`);
  const schemas = Object.entries(read.components.schemas).map(
    ([name, schema]) => `${comment(schema.description)}${key(name)}: ${typeOf(schema)};`,
  );
  return [
    '// Generated from the routes by `npm run openapi`; do not edit.',
    `export interface paths {\n${paths.join('\n')}\n}`,
    `export interface components { schemas: {\n${schemas.join('\n')}\n} }`,
    '',
  ].join('\n');
}

function pathItem(operations: Readonly<Record<string, Operation>>): string {
  const methods = METHODS.map((method) => {
    const operation = operations[method];
    if (operation === undefined) return `${method}?: never;`;
    return `${comment(operation.summary)}${method}: ${operationType(operation)};`;
  });
  return ['parameters: { query?: never; header?: never; path?: never; cookie?: never };', ...methods].join('\n');
}

function operationType(operation: Operation): string {
  const body = operation.requestBody;
  const requestBody = body
    ? `requestBody${optional(body.required)}: { content: ${contentType(body.content)} };`
    : 'requestBody?: never;';
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => `${status}: ${responseType(response)};`,
  );
  return `{ parameters: ${parametersType(operation.parameters)}; ${requestBody} responses: { ${responses.join(' ')} } }`;
}

function parametersType(parameters: readonly Parameter[]): string {
  const places = PLACES.map((place) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) return `${place}?: never;`;
    const members = here.map(
      ({ name, description, required, schema }) =>
        `${comment(description)}${key(name)}${optional(required)}: ${typeOf(schema)};`,
    );
    return `${place}${optional(here.some(({ required }) => required))}: { ${members.join(' ')} };`;
  });
  return `{ ${places.join(' ')} }`;
}

function responseType(response: z.infer<typeof ResponseSchema>): string {
  const headers = Object.entries(response.headers).map(
    ([name, { required, schema }]) => `${key(name)}${optional(required)}: ${typeOf(schema)};`,
  );
  const content = response.content ? `content: ${contentType(response.content)}` : 'content?: never';
  return `{ headers: { ${headers.join(' ')} [name: string]: unknown }; ${content} }`;
}

function contentType(content: Content): string {
  const types = Object.entries(content).map(([mediaType, { schema }]) => `${key(mediaType)}: ${typeOf(schema)};`);
  return `{ ${types.join(' ')} }`;
}
