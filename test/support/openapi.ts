import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { withSharedAnswers } from '../../functions/api-docs/domain/document.ts';
import { PROBLEM_CODES } from '../../tools/openapi/problem-codes.ts';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const document = withSharedAnswers(
  JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')),
) as OpenApiDocument;

/** The document leaves open which members an answer has; a test must find one that is not documented. */
function closeAnswers(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('properties' in value && 'type' in value && !('additionalProperties' in value)) {
    Object.assign(value, { additionalProperties: false });
  }
  for (const part of Object.values(value)) closeAnswers(part);
}
closeAnswers(document);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('base64', /^[A-Za-z0-9+/]*={0,2}$/);
ajv.addSchema(document, 'openapi');

function encodePointer(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** The place of a schema, or of the one that it refers to: many answers share one, which is then compiled once. */
function placeOf(...steps: readonly string[]): string {
  const found = steps.reduce<unknown>((part, step) => Reflect.get(Object(part), step), document);
  const { $ref = undefined } = found as { readonly $ref?: string };
  return `openapi${$ref ?? `#/${steps.map(encodePointer).join('/')}`}`;
}

function checkAgainst(schema: string, body: unknown): string | undefined {
  return ajv.validate(schema, body) ? undefined : ajv.errorsText();
}

/** The key of each route that the document describes: `GET /accounts`. */
export const DOCUMENTED_ROUTES: readonly string[] = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
);

const CODES: ReadonlySet<string> = new Set(PROBLEM_CODES);

/** The document lists the codes of problems, and lets further ones pass. */
function undocumentedCode(body: unknown): string | undefined {
  const { code } = body as { code?: string };
  return code === undefined || CODES.has(code) ? undefined : `${code} is not in tools/openapi/problem-codes.ts`;
}

/** The first difference between the body of a request and the OpenAPI document; undefined if there is none. */
export function requestViolation(routeKey: string, body: unknown): string | undefined {
  const [method = '', template = ''] = routeKey.split(' ');
  const place = ['paths', template, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'];
  return checkAgainst(placeOf(...place), body);
}

/**
 * The first difference between a response and the OpenAPI document; undefined if there is none.
 * @param routeKey `$default` for a path that no route has: it may only be answered by a problem
 */
export function contractViolation(
  routeKey: string,
  response: { status: number; contentType: unknown; body: unknown },
): string | undefined {
  const [method = '', template] = routeKey.replace(/^\w+/, (name) => name.toLowerCase()).split(' ');
  if (template === undefined) {
    return checkAgainst('openapi#/components/schemas/Problem', response.body) ?? undocumentedCode(response.body);
  }
  const documented = document.paths[template]?.[method]?.responses[String(response.status)];
  if (!documented) return `${method} ${template} does not document status ${response.status}`;
  if (!documented.content) return response.body === undefined ? undefined : 'a body where none is documented';
  // The document names media types without parameters such as `charset`.
  const [mediaType = ''] = String(response.contentType).split(';');
  if (!(mediaType in documented.content)) {
    return `${method} ${template} ${response.status} does not document ${response.contentType}`;
  }
  const place = ['paths', template, method, 'responses', String(response.status), 'content', mediaType, 'schema'];
  const violation = checkAgainst(placeOf(...place), response.body);
  return (
    violation ?? (response.contentType === 'application/problem+json' ? undocumentedCode(response.body) : undefined)
  );
}
