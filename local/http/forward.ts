import { type IncomingHttpHeaders, type IncomingMessage, request as openRequest } from 'node:http';

/** They are about one connection (RFC 9110, 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** The headers that go on to the next hop. */
export function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}

/** Sends a request with a body that is streamed, or empty. @returns the response, whose body is still to be read */
export function send(
  url: URL,
  options: { readonly method: string; readonly headers: IncomingHttpHeaders },
  body?: IncomingMessage | Uint8Array,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = openRequest(url, options, resolve);
    outgoing.on('error', reject);
    if (body === undefined || body instanceof Uint8Array) outgoing.end(body);
    else body.pipe(outgoing);
  });
}
