import { createApi } from '../shared/http/create-api.ts';
import { importsApiContainer } from './container.ts';
import { routes } from './routes.ts';

export const handler = createApi(routes, importsApiContainer());
