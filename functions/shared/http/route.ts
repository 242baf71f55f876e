import * as z from 'zod';
import type { Feature } from '../domain/features.ts';
import type { RequestOrigin } from '../domain/origin.ts';
import type { ExpectedRevision } from '../domain/revised.ts';
import { knownPart } from '../domain/stored.ts';
import type { Access, AccessOf } from './access.ts';
import { expectedRevision } from './etag.ts';
import type { RawRequest } from './http-event.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import type { ApiResponse } from './response.ts';
import { parsePart } from './validate.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * The effect of an `Idempotency-Key`. `stored`: the answer is stored for a day and returned to a repetition, without a
 * second run. `own`: the route derives the id of what it creates from the key, for answers that must not be stored,
 * such as presigned addresses. `none`: no effect, since the route changes nothing or is idempotent.
 */
export type Idempotency = 'stored' | 'own' | 'none';

/** For a part of a request that a route does not have: every key in it is rejected by name. */
export const NOTHING = z.strictObject({});
/** For a route without a body; a body that a client sends is ignored. */
export const NO_BODY = z.undefined();

export interface RequestSchemas {
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
}

export function takesBody(request: RequestSchemas): boolean {
  return request.body !== NO_BODY;
}

export function mayLackBody({ body }: RequestSchemas): boolean {
  return body.safeParse(undefined).success;
}

/** A route as the router, the authorisation and the OpenAPI document see it. */
export interface RouteDescription {
  readonly method: Method;
  /** With parameters in braces: `/accounts/{accountPrefix}`. */
  readonly path: string;
  readonly operationId: string;
  /** The heading under which the document lists it. */
  readonly tag: string;
  /** One line for users. */
  readonly summary: string;
  readonly access: Access;
  /** The feature that the route belongs to: while it is off, the route answers 404. */
  readonly feature?: Feature;
  readonly request: RequestSchemas;
  /** For a route that does not store a long body; the default is the limit of a database item. */
  readonly largestBodyBytes?: number;
  /** Whether one call takes as much work as hundreds of others: the stage then limits the calls per second. */
  readonly isCostly?: boolean;
  /** Whether an `If-Match` header is required: 428 without it. */
  readonly conditional: boolean;
  readonly idempotency: Idempotency;
  /** Of a route that is no GET: whether it changes nothing. A user who sees the console as another one may call it. */
  readonly onlyReads?: boolean;
  /** Whether answers hold personal data. Their bodies are not stored for repetitions: a repetition gets none. */
  readonly hasPersonalData?: boolean;
  readonly response: {
    readonly status: 200 | 201 | 202 | 204;
    readonly description: string;
    /** Absent where the answer has no body. */
    readonly body?: z.ZodType;
    /** The media type of the body; JSON by default. */
    readonly mediaType?: string;
    readonly hasETag?: boolean;
    readonly hasLocation?: boolean;
  };
  /** Statuses of the problems of this route; 400, 401, 403 and 500 apply to every route. */
  readonly problems: readonly number[];
}

/** Whether a request on the route changes nothing. */
export const onlyReads = (route: Pick<RouteDescription, 'method' | 'onlyReads'>): boolean =>
  route.method === 'GET' || route.onlyReads === true;

/** A route with its handler. `Services` is the part of the domain's container that its routes use. */
export interface Route<Services> extends RouteDescription {
  readonly access: AccessOf<Services>;
  /**
   * Some of the services for one request of a user, which have begun to read what its path names while the caller's rights are read.
   * Nothing that they read is used before the request is authorised.
   */
  readonly begin?: (services: Services, params: RawRequest['params']) => Readonly<Record<string, unknown>>;
  call(services: Services, request: RawRequest): Promise<ApiResponse>;
}

/** The routes of a feature, as the table of a domain lists them. */
export const ofFeature = <Services>(feature: Feature, routes: readonly Route<Services>[]): readonly Route<Services>[] =>
  routes.map((route) => ({ ...route, feature }));

/** `caller` is `NOBODY` on a public route. */
interface ParsedRequest<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends RequestOrigin {
  readonly params: z.infer<P>;
  readonly query: z.infer<Q>;
  readonly body: z.infer<B>;
  /** The revisions in `If-Match`; 0 if the route requires none. */
  readonly revision: ExpectedRevision;
}

interface RouteDefinition<Services, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>
  extends Omit<RouteDescription, 'access' | 'request' | 'conditional' | 'idempotency'> {
  readonly access: AccessOf<Services>;
  readonly begin?: Route<Services>['begin'];
  readonly request: { readonly params: P; readonly query: Q; readonly body: B };
  readonly conditional?: boolean;
  /** `stored` by default, except for GET. */
  readonly idempotency?: Idempotency;
  readonly handle: (services: Services, request: ParsedRequest<P, Q, B>) => Promise<ApiResponse>;
}

/**
 * Keys that a newer release has stored stay in the record, but are not shown: this release's document does not describe
 * them.
 */
function withKnownBody(schema: z.ZodType | undefined, response: ApiResponse): ApiResponse {
  return schema === undefined || response.body === undefined
    ? response
    : { ...response, body: knownPart(schema, response.body) };
}

export function originOf(access: Access, raw: RawRequest): Omit<RequestOrigin, 'idempotencyKey'> {
  const { id: requestId, receivedAt, address, caller, auditRetentionDays } = raw;
  const permission = typeof access === 'string' ? undefined : access.permission;
  return { requestId, receivedAt, address, caller, auditRetentionDays, permission };
}

/**
 * Returns the `define` of one domain's route table; `handle` gets a request that is authorised and parsed.
 * @example const define = routesOf<AccountServices>();
 */
export function routesOf<Services>() {
  return function define<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
    definition: RouteDefinition<Services, P, Q, B>,
  ): Route<Services> {
    const { handle, conditional = false, ...description } = definition;
    return {
      idempotency: description.method === 'GET' ? 'none' : 'stored',
      ...description,
      conditional,
      async call(services, raw) {
        const { params, query, body } = definition.request;
        const request: ParsedRequest<P, Q, B> = {
          params: parsePart('path', params, raw.params),
          query: parsePart('query', query, raw.query),
          body: parsePart('body', body, takesBody(definition.request) ? raw.body : undefined),
          revision: conditional ? expectedRevision(raw.headers['if-match']) : 0,
          ...originOf(description.access, raw),
          idempotencyKey: idempotencyKeyOf(raw.headers['idempotency-key']),
        };
        return withKnownBody(description.response.body, await handle(services, request));
      },
    };
  };
}
