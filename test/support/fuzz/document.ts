import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { withSharedAnswers } from '../../../functions/api-docs/domain/document.ts';

/** The part of JSON Schema that the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
  readonly isValid: (value: unknown) => boolean;
}

/** One operation of the document. */
export interface Operation {
  /** `GET /accounts`. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body:
    | { readonly schema: Schema; readonly example: unknown; readonly isValid: (value: unknown) => boolean }
    | undefined;
}

interface RawOperation {
  readonly parameters?: readonly Omit<Parameter, 'isValid'>[];
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: Schema; readonly example?: unknown } };
  };
}

interface RawDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const document = withSharedAnswers(
  JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')),
) as unknown as RawDocument;

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addFormat('base64', /^[A-Za-z0-9+/]*={0,2}$/);
ajv.addSchema(document, 'document');

/** Validators by their schemas: many operations have the same ones. They are compiled when they are first used. */
const validators = new Map<string, ValidateFunction>();

function validator(schema: Schema): (value: unknown) => boolean {
  const text = JSON.stringify(schema);
  return (value) => {
    const compiled = validators.get(text) ?? ajv.compile(within(schema));
    validators.set(text, compiled);
    return compiled(value);
  };
}

/** The schema with references into the document. */
const within = (schema: Schema): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/'));

/** The schema itself, or the one that it refers to. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  return resolved(document.components.schemas[schema.$ref.slice('#/components/schemas/'.length)] ?? {});
}

function operationOf(path: string, method: string, raw: RawOperation): Operation {
  const content = raw.requestBody?.content['application/json'];
  return {
    key: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    parameters: (raw.parameters ?? []).map((parameter) => ({ ...parameter, isValid: validator(parameter.schema) })),
    body: content && { schema: content.schema, example: content.example, isValid: validator(content.schema) },
  };
}

/** All operations of the OpenAPI document. */
export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, raw]) => operationOf(path, method, raw)),
);

export const operationNamed = (key: string): Operation | undefined => OPERATIONS.find((each) => each.key === key);
