import { createApi } from '../shared/http/create-api.ts';
import { apiContainer } from './container.ts';
import { routes } from './routes.ts';

export const handler = createApi(routes, apiContainer());
