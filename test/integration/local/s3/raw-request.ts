import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { ACCESS_KEY_ID, SECRET_ACCESS_KEY } from './test-store.ts';

export interface RawRequest {
  readonly port: number;
  readonly method?: string;
  /** As it goes over the wire. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
  /** The S3 error code, where the body is one. */
  readonly code: string | undefined;
}

/** Sends exactly the given bytes. */
export function send({ port, method = 'GET', path, headers = {}, body }: RawRequest): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const code = /<Code>(.*)<\/Code>/.exec(text)?.[1];
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, code });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export interface SigningOptions {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly region?: string;
  readonly signedAt?: Date;
}

export function signer(options: SigningOptions = {}): SignatureV4 {
  return new SignatureV4({
    credentials: {
      accessKeyId: options.accessKeyId ?? ACCESS_KEY_ID,
      secretAccessKey: options.secretAccessKey ?? SECRET_ACCESS_KEY,
    },
    region: options.region ?? 'us-east-1',
    service: 's3',
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
}

/** The request with an Authorization header; it signs the hash of its body unless x-amz-content-sha256 is given. */
export async function signed(request: RawRequest, options: SigningOptions = {}): Promise<RawRequest> {
  const [pathname = '/', search = ''] = request.path.split('?');
  const query = Object.fromEntries(new URLSearchParams(search));
  const hash = createHash('sha256')
    .update(request.body ?? '')
    .digest('hex');
  const { headers } = await signer(options).sign(
    {
      method: request.method ?? 'GET',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: pathname,
      query,
      headers: { host: `127.0.0.1:${request.port}`, 'x-amz-content-sha256': hash, ...request.headers },
    },
    { signingDate: options.signedAt ?? new Date() },
  );
  return { ...request, headers };
}

export async function sendSigned(request: RawRequest, options: SigningOptions = {}): Promise<RawResponse> {
  return send(await signed(request, options));
}
