import { routes } from '../../functions/imports/routes.ts';
import { timeOrderedIds } from '../../functions/shared/domain/ids.ts';
import { createApi } from '../../functions/shared/http/create-api.ts';
import { FakeAddresses } from './fake-addresses.ts';
import { call, type TestRequest } from './http.ts';
import type { ImportWorld } from './import-world.ts';

/** The API on imports over a world's bucket and tables. */
export function importsApi(world: ImportWorld) {
  const handler = createApi(routes, {
    ...world.ports,
    directory: world.tables,
    uploads: world.bucket,
    addresses: new FakeAddresses(),
    ids: timeOrderedIds,
    bucket: 'data',
  });
  return (method: string, address: string, request?: TestRequest) => call(handler, method, address, request);
}
