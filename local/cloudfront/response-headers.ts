import type { OutgoingHttpHeaders } from 'node:http';
import type { ResponseHeaders } from '../template/resources/response-headers.ts';

/** The headers of an origin's response after a response headers policy. */
export function withPolicy(headers: OutgoingHttpHeaders, policy: ResponseHeaders | undefined): OutgoingHttpHeaders {
  if (policy === undefined) return headers;
  const kept = Object.entries(headers).filter(([name]) => !policy.removed.includes(name));
  const added = policy.added.filter(({ name, overrides }) => overrides || headers[name] === undefined);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(added.map(({ name, value }) => [name, value])) };
}
