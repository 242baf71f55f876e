import { routes as previewRoutes } from '../../functions/imports/preview-routes.ts';
import { routes } from '../../functions/imports/routes.ts';
import { handleStartEvent } from '../../functions/imports/use-cases/uploads/handle-start-event.ts';
import { timeOrderedIds } from '../../functions/shared/domain/ids.ts';
import { createApi } from '../../functions/shared/http/create-api.ts';
import type { Route } from '../../functions/shared/http/route.ts';
import { FakeAddresses } from './fake-addresses.ts';
import { call, type TestRequest } from './http.ts';
import type { ImportWorld } from './import-world.ts';
import { MemoryAudit } from './memory-audit.ts';
import { TESTERS } from './rights.ts';

type ServicesOf<Routes> = Routes extends readonly Route<infer Services>[] ? Services : never;

const ALL: readonly Route<ServicesOf<typeof routes> & ServicesOf<typeof previewRoutes>>[] = [
  ...routes,
  ...previewRoutes,
];

/** The APIs on imports and their previews, over a world's bucket and tables. */
export function importsApi(world: ImportWorld) {
  const handler = createApi(ALL, {
    ...world.ports,
    directory: world.tables,
    uploads: world.bucket,
    addresses: new FakeAddresses(),
    starter: { begin: (importId) => handleStartEvent(world.ports, { kind: 'begin', importId }) },
    ids: timeOrderedIds,
    rights: TESTERS,
    audit: new MemoryAudit(),
    bucket: 'data',
  });
  return (method: string, address: string, request?: TestRequest) => call(handler, method, address, request);
}
