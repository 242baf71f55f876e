import * as z from 'zod';
import type { Caller } from '../domain/caller.ts';

const TextMapSchema = z.record(z.string(), z.string());

/** The part of an HTTP API event (payload format 2.0, JWT authorizer) that functions use. */
export const HttpEventSchema = z.object({
  headers: TextMapSchema.default({}),
  pathParameters: TextMapSchema.optional(),
  queryStringParameters: TextMapSchema.optional(),
  /** Text, or the value that the JSON body parser has made of it. */
  body: z.unknown().optional(),
  requestContext: z.object({
    requestId: z.string(),
    http: z.object({ method: z.string(), sourceIp: z.string().optional() }),
    /** When the request was received, in milliseconds since 1970. */
    timeEpoch: z.number(),
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }).optional() }).optional(),
  }),
});
export type HttpEvent = z.infer<typeof HttpEventSchema>;

/** The parts of a request that a route describes by schemas, and its sender. Header names are in lower case. */
export interface RawRequest {
  /** The request id of the HTTP API. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** The network addresses that the request has passed, the nearest last. */
  readonly address: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly caller: Caller;
  readonly auditRetentionDays: number | undefined;
}

export const claimsOf = ({ requestContext }: HttpEvent): unknown => requestContext.authorizer?.jwt?.claims;

export function rawRequest(event: HttpEvent, caller: Caller, auditRetentionDays: number | undefined): RawRequest {
  const headers = Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    id: event.requestContext.requestId,
    receivedAt: new Date(event.requestContext.timeEpoch).toISOString(),
    address: event.headers['x-forwarded-for'] ?? event.requestContext.http.sourceIp,
    params: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    headers: Object.fromEntries(headers),
    body: event.body,
    caller,
    auditRetentionDays,
  };
}
