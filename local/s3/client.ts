import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { send } from '../http/forward.ts';
import type { KeyPair } from '../http/signature.ts';
import { encodeUriPath } from './http/uri.ts';

interface ObjectRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  /** Base address of the bucket, with a slash at the end. */
  readonly bucket: string;
  /** Not encoded. */
  readonly key: string;
  readonly headers?: IncomingHttpHeaders;
  readonly body?: Uint8Array;
}

/** Signs single requests for objects. A cloud that boots does without the SDK of S3, which takes longer to load than all else. */
export class ObjectClient {
  readonly #signer: SignatureV4;

  constructor(region: string, credentials: KeyPair) {
    this.#signer = new SignatureV4({ credentials, region, service: 's3', sha256: Sha256, uriEscapePath: false });
  }

  /** @returns the response, whose body is still to be read */
  async send({ method, bucket, key, headers = {}, body }: ObjectRequest): Promise<IncomingMessage> {
    const url = new URL(bucket);
    const path = url.pathname + encodeUriPath(key);
    const signed = await this.#signer.sign({
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      port: Number(url.port),
      path,
      headers: { host: url.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    });
    const own = body === undefined ? {} : { 'content-length': String(body.length) };
    return send(new URL(path, url), { method, headers: { ...headers, ...own, ...signed.headers } }, body);
  }
}
