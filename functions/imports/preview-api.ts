import { createApi } from '../shared/http/create-api.ts';
import { previewApiContainer } from './container.ts';
import { routes } from './preview-routes.ts';

export const handler = createApi(routes, previewApiContainer());
