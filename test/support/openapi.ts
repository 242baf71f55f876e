import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const document = JSON.parse(
  readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'),
) as OpenApiDocument;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');

function encodePointer(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function checkAgainst(schema: string, body: unknown): string | undefined {
  return ajv.validate(schema, body) ? undefined : ajv.errorsText();
}

/** The documented path that a request's path belongs to; literal segments win over parameters. */
function templateOf(path: string, method: string): string | undefined {
  return Object.keys(document.paths)
    .filter((template) => document.paths[template]?.[method])
    .sort((a, b) => a.split('{').length - b.split('{').length)
    .find((template) => new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}/?$`).test(path));
}

/**
 * What the OpenAPI document has against a response; undefined if nothing.
 * A path that it does not know may only be answered by a problem.
 */
export function contractViolation(
  request: { method: string; path: string },
  response: { status: number; contentType: unknown; body: unknown },
): string | undefined {
  const method = request.method.toLowerCase();
  const template = templateOf(request.path, method);
  if (template === undefined) {
    return checkAgainst('openapi#/components/schemas/Problem', response.body);
  }
  const documented = document.paths[template]?.[method]?.responses[String(response.status)];
  if (!documented) return `${method} ${template} does not document status ${response.status}`;
  if (!documented.content) return response.body === undefined ? undefined : 'a body where none is documented';
  if (typeof response.contentType !== 'string' || !(response.contentType in documented.content)) {
    return `${method} ${template} ${response.status} does not document ${response.contentType}`;
  }
  const place = ['paths', template, method, 'responses', String(response.status), 'content', response.contentType];
  return checkAgainst(`openapi#/${place.map(encodePointer).join('/')}/schema`, response.body);
}
