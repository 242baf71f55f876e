import { createServer, type RequestListener, type Server } from 'node:http';
import { CliError } from '../../errors.ts';
import { codeOf } from '../../fault.ts';
import { answerPage } from './callback-page.ts';
import { NO_BROWSER_ADVICE } from './no-browser-advice.ts';

/** The codes of a port that another program uses, or that this user may not use. */
const TAKEN = ['EADDRINUSE', 'EACCES'];

/** Waits at one of the callback addresses for the browser's return from the sign-in page. */
export interface CallbackServer {
  /** The callback address that the server answers. */
  readonly address: string;
  /** Resolves with the authorization code. @throws CliError `login.rejected` */
  readonly code: Promise<string>;
  close(): Promise<void>;
}

/**
 * Listens at the first callback address whose port is free.
 * @param state of the sign-in; a request with another state began elsewhere, and changes nothing
 * @throws CliError `login.ports-taken`
 */
export async function listenForCallback(callbacks: readonly string[], state: string): Promise<CallbackServer> {
  const { promise: code, resolve, reject } = Promise.withResolvers<string>();
  // The wait may end before anything listens to the promise.
  code.catch(() => undefined);
  for (const address of callbacks) {
    const { pathname, port } = new URL(address);
    const server = createServer(answerTo(pathname, state, { resolve, reject }));
    if (await listen(server, Number(port))) return { address, code, close: () => close(server) };
  }
  const ports = callbacks.map((address) => new URL(address).port).join(', ');
  throw new CliError('login.ports-taken', `Other programs on this machine use all ports for the sign-in: ${ports}.`, {
    advice: `End one of these programs and log in again.\n${NO_BROWSER_ADVICE}`,
  });
}

function answerTo(
  pathname: string,
  state: string,
  { resolve, reject }: { readonly resolve: (code: string) => void; readonly reject: (error: Error) => void },
): RequestListener {
  return ({ method, url = '/' }, response) => {
    const { pathname: requested, searchParams: query } = new URL(url, 'http://localhost');
    if (method !== 'GET' || requested !== pathname) return answerPage(response, 404, 'There is nothing here.');
    if (query.get('state') !== state)
      return answerPage(response, 400, 'This sign-in did not begin in the terminal that waits for one. Log in again.');
    const code = query.get('code');
    // The server ends when the code is there: the browser must have its page before.
    response.once('close', () => (code === null ? reject(rejection(query)) : resolve(code)));
    if (code === null) return answerPage(response, 400, 'The sign-in was rejected. The terminal shows the reason.');
    answerPage(response, 200, 'The terminal continues the sign-in. You can close this window.');
  };
}

function rejection(query: URLSearchParams): CliError {
  const reason = query.get('error_description') ?? query.get('error') ?? 'The address of its answer has no code';
  return new CliError('login.rejected', `The sign-in service rejected the sign-in: ${reason}`);
}

/**
 * Listens on IPv4 alone: a browser that resolves `localhost` to IPv6 first goes on to IPv4. A program of another user
 * that listens on IPv6 would receive a code that it cannot use without the verifier.
 * @returns whether the port was free
 */
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (TAKEN.includes(codeOf(error) ?? '') ? resolve(false) : reject(error)));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
}

/** Does not wait for connections without a request, which browsers open in advance. */
function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
