import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Longer than SDK clients keep an idle connection, so that no client sends into a connection that is being closed. */
const KEEP_ALIVE_MS = 65_000;
/** Enough for a small request; longer requests are cut off. */
const CLOSING_GRACE_MS = 1000;

export type RequestHandler = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Listener {
  /** Resolves to the port once it listens. @throws Error if the port is in use */
  listen(port: number, host: string): Promise<number>;
  /** Accepts no further request; resolves when the handler has ended for every request. */
  close(): Promise<void>;
}

/** An HTTP server that tracks its open requests. `handle` must not reject. */
export function createListener(handle: RequestHandler): Listener {
  const running = new Set<Promise<void>>();
  const onRequest = (message: IncomingMessage, response: ServerResponse) => {
    const request = handle(message, response).finally(() => running.delete(request));
    running.add(request);
  };
  // No time-out: an upload of gigabytes may take hours.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: KEEP_ALIVE_MS }, onRequest);
  // Otherwise Node would request the body before the signature is checked.
  server.on('checkContinue', onRequest);
  return {
    listen: async (port, host) => {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const grace = setTimeout(() => server.closeAllConnections(), CLOSING_GRACE_MS);
      await Promise.all(running);
      server.closeAllConnections();
      await closed;
      clearTimeout(grace);
    },
  };
}
