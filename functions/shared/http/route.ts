import * as z from 'zod';
import type { Caller } from '../domain/caller.ts';
import { knownPart } from '../domain/stored.ts';
import type { Access, AccessOf } from './access.ts';
import { expectedRevision } from './etag.ts';
import type { RawRequest } from './http-event.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import type { ApiResponse } from './response.ts';
import { parsePart } from './validate.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What an `Idempotency-Key` does. `stored`: the answer is kept for a day and given again to a repetition, without
 * running the route twice. `own`: the route derives what it makes from the key, for answers that must not be kept, such
 * as presigned addresses. `none`: nothing, since the route changes nothing or may be repeated as it is.
 */
export type Idempotency = 'stored' | 'own' | 'none';

/** For the parts of a request that a route has not: anything there is rejected by name. */
export const NOTHING = z.strictObject({});
/** The body of a route that takes none; what a client sends all the same is not looked at. */
export const NO_BODY = z.undefined();

/** The schema of each part of a request. */
export interface RequestSchemas {
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
}

export function takesBody(request: RequestSchemas): boolean {
  return request.body !== NO_BODY;
}

/** Whether a request without a body fits the schema. */
export function mayLackBody({ body }: RequestSchemas): boolean {
  return body.safeParse(undefined).success;
}

/** What a route is, to the router, to the authorisation and to the OpenAPI document. */
export interface RouteDescription {
  readonly method: Method;
  /** With parameters in braces: `/accounts/{accountPrefix}`. */
  readonly path: string;
  readonly operationId: string;
  /** The heading under which the document lists it. */
  readonly tag: string;
  /** One line for a person. */
  readonly summary: string;
  /** Who may call it. */
  readonly access: Access;
  readonly request: RequestSchemas;
  /** For a route that stores nothing of a long body; otherwise what an item of the database holds is the limit. */
  readonly largestBodyBytes?: number;
  /** Whether one call takes as much work as hundreds of others: the stage then lets few through a second. */
  readonly isCostly?: boolean;
  /** Whether an `If-Match` header is demanded: 428 without it. */
  readonly conditional: boolean;
  readonly idempotency: Idempotency;
  readonly response: {
    readonly status: 200 | 201 | 202 | 204;
    readonly description: string;
    /** Absent where the answer has no body. */
    readonly body?: z.ZodType;
    /** What the body is; JSON unless said otherwise. */
    readonly mediaType?: string;
    readonly hasETag?: boolean;
    readonly hasLocation?: boolean;
  };
  /** Statuses of the problems that are this route's own; 400, 401, 403 and 500 any may answer. */
  readonly problems: readonly number[];
}

/** A route that can be called. `Services` is what the domain's container offers its routes. */
export interface Route<Services> extends RouteDescription {
  readonly access: AccessOf<Services>;
  call(services: Services, request: RawRequest): Promise<ApiResponse>;
}

/** A request whose every part fits its schema. */
interface ParsedRequest<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.infer<P>;
  readonly query: z.infer<Q>;
  readonly body: z.infer<B>;
  /** The one that `If-Match` names; 0 where none is asked for. */
  readonly revision: number;
  /** `NOBODY` on a public route. */
  readonly caller: Caller;
  /** As the client sent it, where it sent one. Only an `own` route has to heed it. */
  readonly idempotencyKey: string | undefined;
}

interface RouteDefinition<Services, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>
  extends Omit<RouteDescription, 'access' | 'request' | 'conditional' | 'idempotency'> {
  readonly access: AccessOf<Services>;
  readonly request: { readonly params: P; readonly query: Q; readonly body: B };
  readonly conditional?: boolean;
  /** Unless said otherwise, `stored` for all that is no GET. */
  readonly idempotency?: Idempotency;
  readonly handle: (services: Services, request: ParsedRequest<P, Q, B>) => Promise<ApiResponse>;
}

/** What a newer release has stored in a record is kept, but not shown: the document of this one does not describe it. */
function withKnownBody(schema: z.ZodType | undefined, response: ApiResponse): ApiResponse {
  return schema === undefined || response.body === undefined
    ? response
    : { ...response, body: knownPart(schema, response.body) };
}

/**
 * Makes the `define` of one domain's route table; its `handle` gets a request that is already authorised and parsed.
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
          caller: raw.caller,
          idempotencyKey: idempotencyKeyOf(raw.headers['idempotency-key']),
        };
        return withKnownBody(description.response.body, await handle(services, request));
      },
    };
  };
}
