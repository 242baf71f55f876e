import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests know what they sent
  readonly json: any;
}

interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
  /** Breaks the connection instead. */
  readonly cut?: boolean;
}

/** An HTTP server with the answers of a test, which records its requests. */
export class FakeApi {
  readonly heard: Heard[] = [];
  readonly #server: Server;

  constructor(reply: (heard: Heard, api: FakeApi) => Reply | Promise<Reply>) {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const text = Buffer.concat(chunks).toString('utf8');
      const { method = '', url = '', headers } = request;
      const heard = { method, path: url, headers, text, json: parse(text) };
      this.heard.push(heard);
      const { status = 200, json, headers: more = {}, cut = false } = await reply(heard, this);
      if (cut) return request.socket.destroy();
      response.writeHead(status, { 'content-type': 'application/json', ...more });
      response.end(json === undefined ? '' : JSON.stringify(json));
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    // biome-ignore lint/suspicious/noExplicitAny: a server that listens on a port has no path for an address
    const { port }: AddressInfo = this.#server.address() as any;
    return `http://127.0.0.1:${port}`;
  }

  /** The requests to a path, regardless of the query. */
  requests(method: string, path: string): Heard[] {
    return this.heard.filter((each) => each.method === method && each.path.split('?')[0] === path);
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A token with these claims and an invalid signature. */
export function fakeToken(claims: Record<string, unknown> = {}): string {
  const payload = { exp: Math.floor(Date.now() / 1000) + 3600, username: 'terminal', ...claims };
  return `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.signature`;
}
