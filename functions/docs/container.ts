import document from '../../docs/openapi.json' with { type: 'json' };
import { OpenApiSchema } from './domain/document.ts';
import { renderPage } from './domain/page.ts';
import type { DocsServices } from './routes.ts';

export function container(): DocsServices {
  return { document, page: renderPage(OpenApiSchema.parse(document)) };
}
