import { type IncomingHttpHeaders, request } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface RawRequest {
  readonly method?: string;
  /** Sent unchanged, unlike the path of an address for fetch(). */
  readonly target?: string;
  /** Host and Origin among them, which fetch() does not let a program choose. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a malformed request. */
export function rawHttp(address: string, raw: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  const { method = 'GET', target = '/', headers = {}, body = '' } = raw;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path: target, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
