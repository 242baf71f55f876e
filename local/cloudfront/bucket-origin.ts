import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { endToEnd } from '../http/forward.ts';
import type { ObjectClient } from '../s3/client.ts';
import type { ResponseHeaders } from '../template/resources/response-headers.ts';
import { withPolicy } from './response-headers.ts';

/** What S3 answers to those who may read the bucket but not list it, and so may not learn whether an object exists. */
const DENIED =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

/** What CloudFront hands on to S3 with CachingOptimized; the rest of a request changes no object. */
const FORWARDED = ['if-match', 'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since', 'range'];

interface ObjectAnswer {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The path after the functions of the behaviour. */
  readonly uri: string;
  readonly headers: ResponseHeaders | undefined;
}

/** Answers with an object of a bucket, by a request that is signed as origin access control signs. */
export async function answerFromBucket(
  client: ObjectClient,
  bucket: string,
  { request, response, uri, headers: policy }: ObjectAnswer,
): Promise<void> {
  const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
  const key = decodeURIComponent(uri.slice(1));
  const object = await client.send({ method, bucket, key, headers: forwarded(request.headers) });
  if (object.statusCode === 404) {
    object.resume();
    response.writeHead(403, { ...withPolicy({ 'content-type': 'application/xml' }, policy) });
    response.end(method === 'HEAD' ? '' : DENIED);
    return;
  }
  response.writeHead(object.statusCode ?? 502, withPolicy(endToEnd(object.headers), policy));
  await pipeline(object, response);
}

function forwarded(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => FORWARDED.includes(name)));
}
