import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Outcome } from '../functions/types.ts';
import { rejectionOf } from '../http/loopback-only.ts';
import { BodyTooLarge, readBody } from '../http/read-body.ts';
import { type RunningServer, serve } from '../http/server.ts';
import type { HttpApiConfig, RouteConfig } from '../template/resources/http-apis.ts';
import type { JwtAuthorizer } from './authorizer.ts';
import { corsHeaders, isAllowedOrigin, preflightReply } from './cors.ts';
import { ownReply, type Reply, replyOf } from './reply.ts';
import { requestEvent } from './request-event.ts';
import { RouteTable } from './route-table.ts';

/** The limit of API Gateway. */
const REQUEST_LIMIT_BYTES = 10 * 1024 * 1024;

export interface HttpApiSettings {
  readonly account: string;
  readonly authorizer: JwtAuthorizer;
  /** Runs a function by its ARN: `event` is JSON text. */
  readonly invoke: (functionArn: string, event: string) => Promise<Outcome>;
}

export function serveHttpApi(port: number, config: HttpApiConfig, settings: HttpApiSettings): Promise<RunningServer> {
  const routes = new RouteTable(config.routes);
  return serve('the HTTP API', port, async (request, response, url) => {
    const requestId = randomUUID();
    const reply = await replyTo({ request, url, requestId }, config, routes, settings);
    const added = { ...corsHeaders(config.cors, request.headers.origin), 'apigw-requestid': requestId };
    for (const [name, value] of Object.entries({ ...reply.headers, ...added })) response.setHeader(name, value);
    response.writeHead(reply.status);
    response.end(reply.body);
  });
}

async function replyTo(
  { request, url, requestId }: { request: IncomingMessage; url: URL; requestId: string },
  config: HttpApiConfig,
  routes: RouteTable,
  settings: HttpApiSettings,
): Promise<Reply> {
  const early = replyWithoutRouting(request, config);
  if (early !== undefined) return early;
  const match = routes.find(request.method ?? '', url.pathname);
  if (match === undefined) return ownReply(404, 'Not Found');
  const decision = await settings.authorizer.decide(match.route, request.headers.authorization);
  if ('rejection' in decision) return rejectionReply(decision.rejection);
  try {
    const body = await readBody(request, REQUEST_LIMIT_BYTES);
    const api = { id: config.id, account: settings.account };
    const event = requestEvent({ request, url, body, match, jwt: decision.jwt, requestId, api });
    return await integrate(match.route, JSON.stringify(event), settings);
  } catch (error) {
    if (error instanceof BodyTooLarge) return ownReply(413, 'Request Entity Too Large', { connection: 'close' });
    throw error;
  }
}

/** Answers preflight requests; rejects requests from pages of other sites, unless the template's CORS settings allow them. */
function replyWithoutRouting(request: IncomingMessage, { cors }: HttpApiConfig): Reply | undefined {
  const { origin } = request.headers;
  const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (cors !== undefined && origin !== undefined && isAllowedOrigin(cors, origin)) {
    return isPreflight ? preflightReply(cors, origin) : undefined;
  }
  const rejection = rejectionOf(request);
  return rejection === undefined ? undefined : ownReply(403, rejection);
}

function rejectionReply({ status, challenge }: { status: 401 | 403; challenge: string }): Reply {
  return ownReply(status, status === 401 ? 'Unauthorized' : 'Forbidden', { 'www-authenticate': challenge });
}

async function integrate(route: RouteConfig, event: string, settings: HttpApiSettings): Promise<Reply> {
  const { promise: tooLate, resolve } = Promise.withResolvers<Reply>();
  const timer = setTimeout(() => resolve(ownReply(503, 'Service Unavailable')), route.timeoutMs);
  try {
    return await Promise.race([settings.invoke(route.functionArn, event).then(replyOf), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
