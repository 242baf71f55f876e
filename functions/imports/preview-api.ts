import { createApi } from '../shared/http/create-api.ts';
import { previewApiContainer } from './container.ts';
import { fileRoutes } from './routes/file-routes.ts';

export const handler = createApi(fileRoutes, previewApiContainer());
