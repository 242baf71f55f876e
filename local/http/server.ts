import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isClientGone } from './client-gone.ts';
import { parseRequestTarget } from './request-target.ts';

export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  close(): Promise<void>;
}

/** @param url the request's target; only its path and query come from the client */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** The only address that the embedded cloud listens on. */
export const LOOPBACK = '127.0.0.1';

/**
 * Serves `handle` on the loopback address. A target that cannot be parsed gives 400; a handler that throws gives 500 and a
 * line on stderr, unless the client has disconnected.
 * @param port 0 for any free port
 * @throws Error that names the port when it is taken
 */
export async function serve(name: string, port: number, handle: Handler): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const url = parseRequestTarget(request.url ?? '/');
    if (url === undefined) return answerBadTarget(response);
    handle(request, response, url).catch((error: unknown) => {
      // A browser leaves a page while its requests are in flight.
      if (response.destroyed && isClientGone(error)) return;
      console.error(`${name}: ${request.method} ${request.url} failed:`, error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(name, port, error)));
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${LOOPBACK}:${actualPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerBadTarget(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ message: 'Bad Request: the request target is not a path.' }));
}

function listenError(name: string, port: number, error: NodeJS.ErrnoException): Error {
  return error.code === 'EADDRINUSE'
    ? new Error(`Port ${port} for ${name} is used by another program. Choose other ports with --port N.`)
    : error;
}
