import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { endToEnd, send } from '../http/forward.ts';
import { rejectionOf } from '../http/loopback-only.ts';
import { type RunningServer, serve } from '../http/server.ts';
import type { ObjectClient } from '../s3/client.ts';
import type { BehaviourConfig, DistributionConfig } from '../template/resources/distributions.ts';
import { fitsWildcards } from '../wildcards.ts';
import { answerFromBucket } from './bucket-origin.ts';
import { compileEdgeFunction, type ViewerRequest } from './edge-function.ts';
import { withPolicy } from './response-headers.ts';

interface Behaviour extends BehaviourConfig {
  readonly run: (request: ViewerRequest) => ViewerRequest;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/** Serves a distribution: the same behaviours, functions and headers as on AWS. It caches nothing. */
export function serveDistribution(
  port: number,
  { rootObject, behaviours }: DistributionConfig,
  client: ObjectClient,
): Promise<RunningServer> {
  const compiled = behaviours.map((behaviour) => ({ ...behaviour, run: runnerOf(behaviour) }));
  return serve('the console', port, async (request, response, url) => {
    const rejection = rejectionOf(request);
    if (rejection !== undefined) return rejectRequest(response, rejection);
    if (movesToOwnHost({ request, response, url })) return;
    const behaviour = compiled.find(({ pathPattern }) => fitsWildcards(pathPattern, url.pathname));
    if (!behaviour?.methods.includes(request.method ?? ''))
      return rejectRequest(response, 'The method is not allowed.');
    const { uri } = behaviour.run({ method: request.method ?? '', uri: url.pathname });
    const path = uri === '/' && rootObject !== undefined ? `/${rootObject}` : uri;
    await answer(behaviour, path, { request, response, url }, client);
  });
}

function runnerOf({ pathPattern, viewerRequest }: BehaviourConfig): Behaviour['run'] {
  return viewerRequest === undefined ? (request) => request : compileEdgeFunction(`of ${pathPattern}`, viewerRequest);
}

/** The sign-in pages go back to one address alone, and a browser keeps the two names apart: `localhost` moves to it. */
function movesToOwnHost({ request, response, url }: Exchange): boolean {
  const { localAddress, localPort } = request.socket;
  const own = `${localAddress}:${localPort}`;
  if (request.headers.host === own || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  response.writeHead(302, { location: `http://${own}${url.pathname}${url.search}` }).end();
  return true;
}

function answer(behaviour: Behaviour, uri: string, exchange: Exchange, client: ObjectClient): Promise<void> {
  const { origin, headers } = behaviour;
  const { request, response } = exchange;
  if (origin.kind === 'bucket') return answerFromBucket(client, origin.address, { request, response, uri, headers });
  return answerFromHttp(origin.address, uri, behaviour, exchange);
}

/** Hands a request on as the policy AllViewerExceptHostHeader does. */
async function answerFromHttp(
  address: string,
  uri: string,
  { headers: policy }: Behaviour,
  { request, response, url }: Exchange,
): Promise<void> {
  const target = new URL(address + uri + url.search);
  const headers = { ...endToEnd(request.headers), host: target.host };
  const received = await send(target, { method: request.method ?? 'GET', headers }, request);
  response.writeHead(received.statusCode ?? 502, withPolicy(endToEnd(received.headers), policy));
  await pipeline(received, response);
}

function rejectRequest(response: ServerResponse, message: string): void {
  response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}
