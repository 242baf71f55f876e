import { readFileSync, writeFileSync } from 'node:fs';
import { ProblemSchema } from '../../functions/shared/http/problem.ts';
import { type Examples, ExamplesSchema } from '../../tools/openapi/examples.ts';
import type { Exchange } from './api-client.ts';

const FILE = new URL('../../tools/openapi/examples.json', import.meta.url);

export const readExamples = (): Examples => ExamplesSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));

export const writeExamples = (examples: Examples): void =>
  writeFileSync(FILE, `${JSON.stringify(examples, null, 2)}\n`);

// biome-ignore lint/suspicious/noExplicitAny: the answers have known forms
const SHORTENED: Readonly<Record<string, (body: any) => unknown>> = {
  'GET /openapi.json': ({ openapi, info: { title, version } }) => ({ openapi, info: { title, version } }),
  'GET /docs': (page) => page.slice(0, page.indexOf('\n')),
};

/**
 * The examples of the OpenAPI document in what a client has sent and received: of each operation the first request that
 * succeeded with its answer, and of each status the first problem with each code.
 */
export function examplesOf(exchanges: readonly Exchange[]): Examples {
  const examples: Examples = { requests: {}, answers: {}, problems: {} };
  for (const { routeKey, requestBody, status, body } of exchanges) {
    if (status >= 400) {
      const { code } = ProblemSchema.parse(body);
      examples.problems[status] = { ...examples.problems[status], [code]: examples.problems[status]?.[code] ?? body };
      continue;
    }
    if (requestBody !== undefined) examples.requests[routeKey] ??= requestBody;
    if (body !== undefined) examples.answers[routeKey] ??= SHORTENED[routeKey]?.(body) ?? body;
  }
  return examples;
}
