import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AnswerStore } from '../../functions/shared/http/answer-store.ts';
import { createApi } from '../../functions/shared/http/create-api.ts';
import { type Route, takesBody } from '../../functions/shared/http/route.ts';
import { readRoutes } from '../../tools/openapi/read-routes.ts';
import { call } from '../support/http.ts';
import { MemoryAudit } from '../support/memory-audit.ts';
import { TESTERS } from '../support/rights.ts';

const STORED = 256 * 1024;

/** Every route of the API that takes a body, those of later domains among them. */
let routes: readonly Route<unknown>[];
beforeAll(async () => {
  const all = (await readRoutes()) as readonly Route<unknown>[];
  // Without the readings of the path, which need a database.
  routes = all.filter(({ request }) => takesBody(request)).map(({ begin: _, ...route }) => route);
});

/** Nothing is called: a body that is too large goes no further. */
const services = { answers: {} as AnswerStore, rights: TESTERS, audit: new MemoryAudit() };

async function answerTo(
  route: Route<unknown>,
  body: string,
): Promise<{ status: number; code: string; detail: string }> {
  const path = route.path.replaceAll(/\{\w+\}/g, 'X');
  const headers = { 'if-match': '"1"' };
  return (await call(createApi(routes, services), route.method, path, { body, headers })).body;
}

describe('every route that takes a body', () => {
  test('is found', () => {
    expect(routes.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining(['createAccount', 'createImport', 'createImportDefinition', 'updateCrmTableDraft']),
    );
  });

  test('rejects one over its limit, and says the limit', async () => {
    for (const route of routes) {
      const limit = route.largestBodyBytes ?? STORED;
      const problem = await answerTo(route, JSON.stringify({ text: 'x'.repeat(limit) }));
      expect({ id: route.operationId, ...problem }).toMatchObject({
        ...{ id: route.operationId, status: 413, code: 'body.too-large' },
        detail: expect.stringContaining(`at most ${limit}`),
      });
    }
  });

  test('takes more than an item of the database holds only if it stores nothing of it', () => {
    const larger = routes.filter(({ largestBodyBytes = STORED }) => largestBodyBytes > STORED);
    expect(larger.map(({ operationId, idempotency }) => `${operationId} ${idempotency}`)).toEqual([
      'completeImportUpload none',
    ]);
  });
});
