import type { IncomingMessage } from 'node:http';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Why a request may not be answered; undefined when it may. A page of some other site can make a browser send requests here,
 * under a name that it points at this machine or with its own origin: neither gets an answer.
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
