import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { container } from '../../../functions/api-docs/container.ts';
import { OpenApiSchema, operationsByTag } from '../../../functions/api-docs/domain/document.ts';
import { routes } from '../../../functions/api-docs/routes.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';

const document: unknown = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'));
const parsed = OpenApiSchema.parse(document);
const operations = [...operationsByTag(parsed).values()].flat();
const api = createApi(routes, container());

async function get(path: string) {
  const event = {
    version: '2.0',
    rawPath: path,
    routeKey: `GET ${path}`,
    headers: {},
    requestContext: { requestId: 'request', timeEpoch: 1, http: { method: 'GET', path } },
  };
  const answer = await api(event as never, {} as never);
  return { status: answer.statusCode, headers: answer.headers ?? {}, body: answer.body ?? '' };
}

let page: Awaited<ReturnType<typeof get>>;
beforeAll(async () => {
  page = await get('/docs');
});

describe('the description for programs', () => {
  test('is public, and equals the file in the repository', async () => {
    const answer = await get('/openapi.json');
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(answer.body)).toEqual(document);
  });
});

describe('the page', () => {
  test('is there for everybody, as HTML', () => {
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(page.body).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  test('loads no further resource, and its policy forbids it', () => {
    expect(page.body).not.toMatch(/<(script|link|img|iframe|object|embed|base|form|meta http-equiv)\b/i);
    expect(page.body).not.toMatch(/\b(src|srcset|style|on\w+)=/i);
    expect(page.body).not.toMatch(/@import|url\(|@font-face/i);
    const style = /<style>([\s\S]*)<\/style>/.exec(page.body)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(page.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  test('shows every operation with method, address, permission and a call from a terminal', () => {
    expect(operations.length).toBeGreaterThan(20);
    for (const { operationId, method, path, description = '' } of operations) {
      const start = page.body.indexOf(`<section class="operation" id="${operationId}"`);
      const section = page.body.slice(start, page.body.indexOf('</section>', start)).replaceAll('<wbr>', '');
      expect(section).toContain(`>${method}</span> <span class="path">${path}</span>`);
      expect(section).toContain(`<p class="access">${description.replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`);
      expect(section).toMatch(/<code>curl .*&quot;\$API\//);
    }
  });

  test('shows every schema, and every link in it leads somewhere', () => {
    const ids = [...page.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of Object.keys(parsed.components.schemas)) expect(ids).toContain(`schema-${name}`);
    const targets = [...page.body.matchAll(/href="([^"]+)"/g)].map(([, target]) => target);
    for (const target of new Set(targets)) {
      if (target?.startsWith('#')) expect(ids).toContain(target.slice(1));
      else expect(target).toBe('openapi.json');
    }
  });

  test('is well formed: whatever is opened is closed', () => {
    const open: string[] = [];
    const empty = ['meta', 'wbr', 'br'];
    for (const [, slash, name = ''] of page.body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (empty.includes(name)) continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});
