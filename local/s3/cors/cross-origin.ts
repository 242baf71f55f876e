import { S3Error } from '../errors.ts';
import { isLoopbackHost, isOwnOrigin } from '../http/guard.ts';
import type { S3Request } from '../http/request.ts';
import type { Reply } from '../operations/call.ts';
import { type CorsRule, corsHeaders, findRule } from './cors-rules.ts';

export interface CrossOriginOptions {
  /** The rules of a bucket by its name. */
  readonly rulesOf: (bucketName: string | undefined) => readonly CorsRule[];
  /** The origin of a page as the rules know it: under the host name that it has on AWS. */
  readonly awsOrigin: (origin: string) => string;
}

/** What is decided about a request before its signature is looked at. */
export interface Admission {
  /** The answer to a preflight, which carries no signature. */
  readonly reply?: Reply;
  /** Added to every answer, errors included. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Keeps web pages out, except those that a rule of the bucket lets in. A page of another site can send requests to a loopback
 * port: its browser then names the page's origin; and a page whose own name was pointed at 127.0.0.1 (DNS rebinding) shows that
 * name in Host.
 * @throws S3Error AccessDenied
 */
export function admit(request: S3Request, { rulesOf, awsOrigin }: CrossOriginOptions): Admission {
  const host = request.headers.get('host') ?? '';
  if (!isLoopbackHost(host)) throw new S3Error('AccessDenied', 'This store answers only on loopback host names.');
  const origin = request.headers.get('origin');
  if (origin === undefined || isOwnOrigin(origin, host)) return { headers: {} };
  const method = request.headers.get('access-control-request-method');
  const isPreflight = request.method === 'OPTIONS' && method !== undefined;
  const rule = findRule(rulesOf(request.bucketName), {
    origin: awsOrigin(origin),
    method: isPreflight ? method : request.method,
    headers: isPreflight ? namesIn(request.headers.get('access-control-request-headers')) : [],
  });
  if (rule === undefined) throw new S3Error('AccessDenied', 'Requests from web pages of another origin are rejected.');
  const headers = corsHeaders(rule, origin);
  const requested = request.headers.get('access-control-request-headers');
  if (!isPreflight) return { headers };
  return {
    headers: { ...headers, ...(requested && { 'access-control-allow-headers': requested }) },
    reply: { status: 200, headers: {} },
  };
}

function namesIn(list = ''): string[] {
  return list
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}
