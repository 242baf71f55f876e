import type { OpenApi, Operation, Parameter } from './document.ts';
import { ELLIPSIS, exampleOf } from './example.ts';

type Schemas = OpenApi['components']['schemas'];

/** Quotes a word for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The example of a parameter; without one a variable of its name, which the reader sets. */
function exampleText({ name, schema }: Parameter, schemas: Schemas): string {
  const example = exampleOf(schema, schemas, 'required');
  return example === ELLIPSIS ? `$${name}` : encodeURIComponent(String(example));
}

function headerText({ name, schema }: Parameter, schemas: Schemas): string {
  return quoted(`${name}: ${String(exampleOf(schema, schemas, 'required'))}`);
}

function address({ path, parameters }: Operation, schemas: Schemas): string {
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((text, parameter) => text.replace(`{${parameter.name}}`, () => exampleText(parameter, schemas)), path);
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map((parameter) => `${parameter.name}=${exampleText(parameter, schemas)}`);
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

/** A call of the operation with curl. `API` is the API's address and `TOKEN` the caller's token. */
export function curlOf(operation: Operation, schemas: Schemas): string {
  const isPublic = operation.security?.length === 0;
  const body = operation.requestBody?.content['application/json']?.schema;
  const headers = operation.parameters
    .filter((parameter) => parameter.in === 'header')
    .map((parameter) => `-H ${headerText(parameter, schemas)}`);
  const method = operation.method === 'GET' ? '' : `-X ${operation.method} `;
  return [
    `curl ${method}"$API${address(operation, schemas)}"`,
    ...(isPublic ? [] : ['-H "authorization: Bearer $TOKEN"']),
    ...headers,
    ...(body
      ? [
          `-H 'content-type: application/json'`,
          `-d ${quoted(JSON.stringify(exampleOf(body, schemas, 'required'), null, 2))}`,
        ]
      : []),
  ].join(' \\\n  ');
}
