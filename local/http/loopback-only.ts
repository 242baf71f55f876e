import type { IncomingMessage } from 'node:http';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Returns why a request must not be answered, or undefined if it may be. A page of another site can make a browser send
 * requests to this machine, under a host name that points to it or with the page's origin; neither is answered.
 */
export function rejectionOf(request: IncomingMessage): string | undefined {
  const { host = '', origin } = request.headers;
  if (!isLoopback(`http://${host}`)) return `The host ${host} is not this machine's loopback address.`;
  if (origin !== undefined && !isLoopback(origin)) return `Requests from the origin ${origin} are rejected.`;
  return undefined;
}

function isLoopback(address: string): boolean {
  return URL.canParse(address) && LOOPBACK_NAMES.includes(new URL(address).hostname);
}
