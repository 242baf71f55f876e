import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { withSharedAnswers } from '../../functions/api-docs/domain/document.ts';
import { EXAMPLES } from '../../tools/openapi/examples.ts';
import { contractViolation, requestViolation } from '../support/openapi.ts';

interface Media {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
type Content = Readonly<Record<string, Media>>;
interface Operation {
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

const document = withSharedAnswers(
  JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')),
) as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ key: `${method.toUpperCase()} ${path}`, operation })),
);

const examplesOf = ({ example, examples = {} }: Media): readonly unknown[] =>
  example === undefined ? Object.values(examples).map(({ value }) => value) : [example];

const requests = operations.flatMap(({ key, operation }) =>
  Object.values(operation.requestBody?.content ?? {}).map((media) => ({ key, examples: examplesOf(media) })),
);

const answers = operations.flatMap(({ key, operation }) =>
  Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
    Object.entries(content).map(([contentType, media]) => ({
      ...{ key, status: Number(status), contentType, examples: examplesOf(media) },
    })),
  ),
);

describe('the examples of the OpenAPI document', () => {
  test('are there for each body of a request, and fit its schema', () => {
    expect(requests.length).toBeGreaterThan(15);
    expect(requests.filter(({ examples }) => examples.length === 0)).toEqual([]);
    const violations = requests.flatMap(({ key, examples }) => examples.map((body) => requestViolation(key, body)));
    expect(violations.filter((violation) => violation !== undefined)).toEqual([]);
  });

  test('are there for each body of an answer, problems and errors of API Gateway included, and fit its schema', () => {
    expect(answers.length).toBeGreaterThan(400);
    expect(answers.filter(({ examples }) => examples.length === 0)).toEqual([]);
    const violations = answers.flatMap(({ key, status, contentType, examples }) =>
      examples.map((body) => contractViolation(key, { status, contentType, body })),
    );
    expect(violations.filter((violation) => violation !== undefined)).toEqual([]);
  });

  test('of a problem have its status and their own code', () => {
    const problems = Object.entries(EXAMPLES.problems).flatMap(([status, codes]) =>
      Object.entries(codes).map(([code, problem]) => ({ status: Number(status), code, problem })),
    );
    expect(problems.length).toBeGreaterThan(12);
    for (const { status, code, problem } of problems) expect(problem).toMatchObject({ status, code });
  });

  test('belong to operations that the API has', () => {
    const keys = new Set(operations.map(({ key }) => key));
    const named = [...Object.keys(EXAMPLES.requests), ...Object.keys(EXAMPLES.answers)];
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
  });

  test('are recognised when they do not fit', () => {
    expect(requestViolation('POST /accounts', { prefix: 'BRI' })).toBeDefined();
    expect(
      requestViolation('POST /accounts', { ...Object(EXAMPLES.requests['POST /accounts']), more: 1 }),
    ).toBeDefined();
  });
});
