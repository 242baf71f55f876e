import type { Revised } from '../../shared/domain/revised.ts';
import { onEveryAccount } from '../../shared/http/access.ts';
import { etagOf } from '../../shared/http/etag.ts';
import type { ApiResponse } from '../../shared/http/response.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { FeatureSwitchesSchema, type StoredSwitches } from '../domain/feature-switches.ts';
import type { PeopleServices } from '../services.ts';
import { updateFeatures } from '../use-cases/feature-use-cases.ts';

const define = routesOf<PeopleServices>();

const answer = ({ value, revision }: Revised<StoredSwitches>): ApiResponse => ({
  status: 200,
  body: value,
  etag: etagOf(revision),
});

const RESPONSE = { status: 200, description: 'The switches.', body: FeatureSwitchesSchema, hasETag: true } as const;

export const featureRoutes: readonly Route<PeopleServices>[] = [
  define({
    method: 'GET',
    path: '/settings/features',
    operationId: 'getFeatures',
    tag: 'Settings',
    summary: 'Read which features are off, for all accounts or for single ones.',
    access: onEveryAccount('settings.manage'),
    request: { params: NOTHING, query: NOTHING, body: NO_BODY },
    response: RESPONSE,
    problems: [],
    handle: async ({ features }) => answer(await features.read()),
  }),
  define({
    method: 'PUT',
    path: '/settings/features',
    operationId: 'updateFeatures',
    tag: 'Settings',
    summary: 'Switch features off and on. It takes effect within a minute.',
    access: onEveryAccount('settings.manage'),
    request: { params: NOTHING, query: NOTHING, body: FeatureSwitchesSchema },
    conditional: true,
    response: RESPONSE,
    problems: [412, 428],
    handle: async (services, request) => answer(await updateFeatures(services, request.body, request)),
  }),
];
