import { createApi } from '../shared/http/create-api.ts';
import { container } from './container.ts';
import { routes } from './routes.ts';

export const handler = createApi(routes, container());
