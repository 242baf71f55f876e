import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { withSharedAnswers } from '../../functions/api-docs/domain/document.ts';
import { buildDocument } from '../../tools/openapi/build-document.ts';
import { SCHEMA_DESCRIPTIONS } from '../../tools/openapi/describe-schemas.ts';
import { PROBLEM_CODES } from '../../tools/openapi/problem-codes.ts';
import { readRoutes } from '../../tools/openapi/read-routes.ts';
import { walk } from '../../tools/openapi/tidy-document.ts';
import { contractViolation } from '../support/openapi.ts';

const written: unknown = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));

describe('the OpenAPI document', () => {
  test('is up to date: run `node tools/openapi.ts`', async () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(buildDocument(await readRoutes()))));
  });

  test('names each operation once', async () => {
    const routes = await readRoutes();
    const ids = routes.map((route) => route.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const addresses = routes.map((route) => `${route.method} ${route.path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('every change of something that exists is conditional', async () => {
    const careless = (await readRoutes()).filter(
      (route) => ['PUT', 'PATCH', 'DELETE'].includes(route.method) && !route.conditional,
    );
    expect(careless.map((route) => route.operationId)).toEqual([]);
  });
});

describe('the form of the document', () => {
  const document = written as Record<string, unknown> & {
    readonly tags: readonly { readonly name: string; readonly description: string }[];
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, Described & Properties>> };
  };
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  /** Every object schema of a part, with its place. */
  const objectsIn = (part: unknown, place: string): string[] => {
    if (typeof part !== 'object' || part === null) return [];
    const own = 'properties' in part && 'type' in part ? [place] : [];
    return [...own, ...Object.entries(part).flatMap(([name, inner]) => objectsIn(inner, `${place}/${name}`))];
  };

  test('every object schema has a name', () => {
    const { schemas } = document.components;
    const named = Object.keys(schemas).map((name) => `#/${name}`);
    expect(objectsIn(schemas, '#').filter((place) => !named.includes(place))).toEqual([]);
    expect(objectsIn(document.paths, '')).toEqual([]);
  });

  test('an enumeration has a name when it occurs more than once, and so has every union of schemas', () => {
    const places = new Map<string, string[]>();
    const unions: string[] = [];
    const find = (part: unknown, place: string) => {
      if (typeof part !== 'object' || part === null) return;
      const { enum: values, oneOf } = part as { readonly enum?: readonly unknown[]; readonly oneOf?: unknown };
      if (values) places.set(values.join(), [...(places.get(values.join()) ?? []), place]);
      if (oneOf) unions.push(place);
      for (const [name, inner] of Object.entries(part)) find(inner, `${place}/${name}`);
    };
    find(document.components.schemas, '#');
    find(document.paths, '');
    expect([...places.values()].filter((each) => each.length > 1)).toEqual([]);
    expect(unions.filter((place) => !/^#\/\w+$/.test(place))).toEqual([]);
    expect(unions.length).toBeGreaterThan(2);
    expect(places.size).toBeGreaterThan(10);
  });

  test('a schema has one form, and its integers no limits of JavaScript', () => {
    expect(Object.keys(document.components.schemas).filter((name) => name.endsWith('Output'))).toEqual([]);
    expect(JSON.stringify(written)).not.toContain(String(Number.MAX_SAFE_INTEGER));
  });

  test('an answer does not say that it has no further members', () => {
    const seen = new Set<string>();
    const closedIn = (part: unknown, place: string): string[] => {
      if (typeof part !== 'object' || part === null) return [];
      if ('$ref' in part) {
        const reference = String(part.$ref);
        if (seen.has(reference)) return [];
        seen.add(reference);
        const target = reference
          .slice(2)
          .split('/')
          .reduce<unknown>((at, step) => Reflect.get(Object(at), step), written);
        return closedIn(target, reference);
      }
      const own = 'additionalProperties' in part && part.additionalProperties === false ? [place] : [];
      return [...own, ...Object.entries(part).flatMap(([name, inner]) => closedIn(inner, `${place}/${name}`))];
    };
    expect(operations.flatMap(({ operationId, responses }) => closedIn(responses, operationId))).toEqual([]);
  });

  test('every discriminator names the schema of each of its values', () => {
    const discriminators: { propertyName: string; mapping: Record<string, string> }[] = [];
    walk(written, ({ discriminator }) => {
      if (discriminator) discriminators.push(discriminator as (typeof discriminators)[number]);
    });
    expect(discriminators.length).toBeGreaterThan(0);
    for (const { propertyName, mapping } of discriminators) {
      for (const [value, reference] of Object.entries(mapping)) {
        const schema = document.components.schemas[reference.replace('#/components/schemas/', '')];
        expect(schema).toMatchObject({
          properties: { [propertyName]: { type: 'string', const: value } },
          required: expect.arrayContaining([propertyName]),
        });
      }
    }
  });

  test('every tag is described, and every operation has one of them', () => {
    expect(document.tags.filter(({ description }) => description.length < 20)).toEqual([]);
    const names = document.tags.map(({ name }) => name);
    expect(operations.filter(({ tags: [tag = ''] }) => !names.includes(tag))).toEqual([]);
    expect(names.filter((name) => !operations.some(({ tags }) => tags.includes(name)))).toEqual([]);
  });

  test('every parameter is described', () => {
    const silent = operations.flatMap(({ operationId, parameters = [] }) =>
      parameters.filter(({ description = '' }) => description === '').map(({ name }) => `${operationId} ${name}`),
    );
    expect(silent).toEqual([]);
  });

  test('every schema is described: in tools/openapi/descriptions, or where it is defined', () => {
    const schemas = Object.entries(document.components.schemas);
    const silent = schemas.filter(([, { description = '' }]) => description === '').map(([name]) => name);
    expect(silent).toEqual([]);
  });

  test('every description of tools/openapi/descriptions is that of a schema or property', () => {
    const unused = Object.entries(SCHEMA_DESCRIPTIONS).flatMap(([name, { text, properties = {} }]) => {
      const schema = document.components.schemas[name];
      const own = schema?.description === text ? [] : [name];
      const ofProperties = Object.entries(properties)
        .filter(([property, description]) => schema?.properties?.[property]?.description !== description)
        .map(([property]) => `${name}.${property}`);
      return [...own, ...ofProperties];
    });
    expect(unused).toEqual([]);
  });

  test('every answer names the header of the request id', () => {
    const answers = Object.values((withSharedAnswers(written) as typeof document).paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ responses }) => Object.values(responses)),
    );
    expect(answers.length).toBeGreaterThan(100);
    expect(answers.filter(({ headers = {} }) => !('apigw-requestid' in headers))).toEqual([]);
  });

  test('lists exactly the problem codes of the functions, in order', () => {
    const sources = globSync('functions/**/*.ts')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const ofEntities = ['not-found', 'exists', 'name-taken'];
    const isGiven = (code: string) =>
      sources.includes(`'${code}'`) ||
      ofEntities.includes(code.split('.')[1] ?? '') ||
      /^(body|path|query)\.invalid$/.test(code);
    expect(PROBLEM_CODES.filter((code) => !isGiven(code))).toEqual([]);
    expect([...PROBLEM_CODES]).toEqual([...PROBLEM_CODES].sort((one, other) => (one < other ? -1 : 1)));
  });
});

interface Described {
  readonly description?: string;
}
interface Properties {
  readonly properties?: Readonly<Record<string, Described>>;
}
interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: ReadonlyArray<{ readonly name: string; readonly description?: string }>;
  readonly responses: Readonly<Record<string, { readonly headers?: Readonly<Record<string, unknown>> }>>;
}

describe('what it says of a route', () => {
  const operationOf = async (operationId: string) => {
    const route = (await readRoutes()).find((each) => each.operationId === operationId);
    if (!route) throw new Error(`there is no ${operationId}`);
    return buildDocument([route]).paths?.[route.path]?.[route.method === 'GET' ? 'get' : 'post'];
  };
  const headers = (operation: Awaited<ReturnType<typeof operationOf>>) =>
    JSON.stringify(operation?.parameters?.filter((parameter) => 'in' in parameter && parameter.in === 'header'));

  test('is who may call it, and what an Idempotency-Key does', async () => {
    const publish = await operationOf('publishCrmTable');
    expect(publish).toMatchObject({
      'x-permission': 'crm-tables.publish',
      description:
        'Needs the permission `crm-tables.publish`: Publish the draft of a CRM table. Built-in roles that have it: administrator. Answers 404 while the feature `crm` is off.',
      responses: { 403: {}, 409: {}, 422: {} },
    });
    expect(headers(publish)).toContain('idempotency-key');
    const list = await operationOf('listAccounts');
    expect(list).toMatchObject({
      'x-permission': 'setup.read',
      description: expect.stringMatching(/: agent, supervisor, administrator\.$/),
    });
    expect(headers(list)).not.toContain('idempotency-key');
    expect(Object.keys(list?.responses ?? {})).not.toContain('422');
  });

  test('is that it needs no token, where it needs none', async () => {
    const page = await operationOf('getApiDocsPage');
    expect(page).toMatchObject({ security: [] });
    expect(Object.keys(page?.responses ?? {})).toEqual(['200', '400', '404', '429', '500', '503']);
  });
});

describe('the check of responses against it', () => {
  const account = { prefix: 'BRI', name: 'a', manager: 'b', createdAt: '2026-11-22T10:00:00.000Z' };
  const request = 'GET /accounts/{accountPrefix}';
  const json = 'application/json';

  test('accepts a documented response', () => {
    expect(contractViolation(request, { status: 200, contentType: json, body: account })).toBeUndefined();
  });

  test.each([
    ['a missing field', { status: 200, contentType: json, body: { ...account, name: undefined } }],
    ['a field too many', { status: 200, contentType: json, body: { ...account, secret: 1 } }],
    ['a time that is none', { status: 200, contentType: json, body: { ...account, createdAt: 'today' } }],
    ['another status', { status: 202, contentType: json, body: account }],
    ['another content type', { status: 200, contentType: 'text/html', body: account }],
    ['a problem that is none', { status: 404, contentType: 'application/problem+json', body: { error: 'x' } }],
  ])('finds %s', (_, response) => {
    expect(contractViolation(request, response)).toBeDefined();
  });
});
