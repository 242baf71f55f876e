import document from '../../docs/openapi.json' with { type: 'json' };
import { OpenApiSchema } from './domain/document.ts';
import { type Page, renderPage } from './domain/page.ts';
import type { ApiDocsServices } from './routes.ts';

export function container(): ApiDocsServices {
  // When somebody asks for it: a program that reads the document does not wait for a page.
  let page: Page | undefined;
  return {
    document,
    page: () => {
      page ??= renderPage(OpenApiSchema.parse(document));
      return page;
    },
  };
}
