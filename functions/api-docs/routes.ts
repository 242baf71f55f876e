import * as z from 'zod';
import { PUBLIC } from '../shared/http/access.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../shared/http/route.ts';
import type { Page } from './domain/page.ts';

export interface ApiDocsServices {
  readonly document: unknown;
  page(): Page;
}

const define = routesOf<ApiDocsServices>();
const tag = 'Documentation';
const request = { params: NOTHING, query: NOTHING, body: NO_BODY };

/** The answer changes only with a deployment, and contains no data of an account. */
const CACHED = { 'cache-control': 'public, max-age=300' };

export const routes: readonly Route<ApiDocsServices>[] = [
  define({
    method: 'GET',
    path: '/openapi.json',
    operationId: 'getOpenApiDocument',
    tag,
    summary: 'Read the description of this API for programs: OpenAPI 3.1.',
    access: PUBLIC,
    request,
    response: {
      status: 200,
      description: 'The document.',
      body: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApiDocument' }),
    },
    problems: [],
    handle: async ({ document }) => ({ status: 200, body: document, headers: CACHED }),
  }),
  define({
    method: 'GET',
    path: '/docs',
    operationId: 'getApiDocsPage',
    tag,
    summary: 'Read the description of this API as a page.',
    access: PUBLIC,
    request,
    response: { status: 200, description: 'The page.', mediaType: 'text/html', body: z.string() },
    problems: [],
    handle: async ({ page }) => {
      const { html, contentSecurityPolicy } = page();
      return {
        status: 200,
        text: { mediaType: 'text/html; charset=utf-8', content: html },
        headers: { ...CACHED, 'content-security-policy': contentSecurityPolicy },
      };
    },
  }),
];
