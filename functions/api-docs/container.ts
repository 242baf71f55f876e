import document from '../../docs/openapi.json' with { type: 'json' };
import { OpenApiSchema } from './domain/document.ts';
import { type Page, renderPage } from './domain/page.ts';
import type { ApiDocsServices } from './routes.ts';

export function container(): ApiDocsServices {
  // The page is rendered at its first request, so that requests for the document do not wait for it.
  let page: Page | undefined;
  return {
    document,
    page: () => {
      page ??= renderPage(OpenApiSchema.parse(document));
      return page;
    },
  };
}
