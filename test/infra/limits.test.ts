import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Resource, synthesiseStacks } from './synthesis.ts';

interface Limit {
  readonly limit: number;
  /** The action before the limit is reached. */
  readonly remedy: string;
}

/** A fixed limit of CloudFormation. */
const RESOURCES_PER_STACK: Limit = {
  limit: 500,
  remedy:
    'Move a context with its functions to a stack of its own in infra/stacks; the stacks hand each other the API.',
};
/** A default of API Gateway. AWS raises it only on an operator's request. */
const ROUTES_PER_API: Limit = {
  limit: 300,
  remedy: 'Merge routes that differ only in a verb, or give some contexts an HTTP API of their own.',
};
/** Room for one more context, so that there is time to apply the remedy. */
const WARNING_PERCENT = 80;

/** A message for each count that has come too near to its limit. */
function warnings(counts: Readonly<Record<string, number>>, { limit, remedy }: Limit): string[] {
  return Object.entries(counts)
    .filter(([, count]) => count > (limit * WARNING_PERCENT) / 100)
    .map(([name, count]) => `${name}: ${count} of at most ${limit}. ${remedy}`);
}

let stacks: Record<string, Resource[]>;
beforeAll(() => {
  stacks = synthesiseStacks();
});

describe('what AWS limits', () => {
  test('includes resources per stack: each stack has room for another context', () => {
    const counts = Object.entries(stacks).map(([name, resources]) => [name, resources.length]);
    expect(counts.length).toBeGreaterThan(3);
    expect(warnings(Object.fromEntries(counts), RESOURCES_PER_STACK)).toEqual([]);
  });

  test('includes routes per HTTP API: each API has room for another context', () => {
    const routes = Object.values(stacks)
      .flat()
      .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route');
    const apis = Object.groupBy(routes, ({ Properties }) => String(Properties.ApiId.Ref));
    const counts = Object.entries(apis).map(([api, own = []]) => [api, own.length]);
    expect(counts.length).toBeGreaterThan(0);
    expect(warnings(Object.fromEntries(counts), ROUTES_PER_API)).toEqual([]);
  });

  test('is reported above 80 %, with advice', () => {
    expect(warnings({ api: 400, data: 401 }, RESOURCES_PER_STACK)).toEqual([
      'data: 401 of at most 500. Move a context with its functions to a stack of its own in infra/stacks; the stacks hand each other the API.',
    ]);
  });
});
