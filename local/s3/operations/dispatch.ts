import type { VerifiedSignature } from '../auth/verify.ts';
import { openPayload } from '../body/payload.ts';
import { readText } from '../body/read-text.ts';
import type { S3Request } from '../http/request.ts';
import { requireBucket } from './buckets.ts';
import type { Call, Operation, Reply, Services } from './call.ts';
import { BUCKET_OPERATIONS, OBJECT_OPERATIONS, SERVICE_OPERATIONS } from './operations.ts';
import { effectiveHeaders, selectOperation } from './select-operation.ts';

/** Runs the operation of a verified request. @throws S3Error */
export async function dispatch(services: Services, request: S3Request, signature: VerifiedSignature): Promise<Reply> {
  const headers = effectiveHeaders(request, signature.isPresigned);
  const call: Call = {
    services,
    requestId: request.id,
    remoteAddress: request.remoteAddress,
    query: request.query,
    headers,
    payload: openPayload(request.body, headers, signature),
  };
  if (request.bucketName === undefined) return run(SERVICE_OPERATIONS, request, call);
  const bucket = requireBucket(call, request.bucketName);
  if (request.key === undefined) return run(BUCKET_OPERATIONS, request, { ...call, bucket });
  return run(OBJECT_OPERATIONS, request, { ...call, bucket, key: request.key });
}

async function run<C extends Call>(operations: readonly Operation<C>[], request: S3Request, call: C): Promise<Reply> {
  const operation = selectOperation(operations, request, call.headers);
  const userAgent = request.headers.get('user-agent') ?? '';
  call.services.onCall?.({ operation: operation.name, key: request.key, userAgent });
  // Other operations have no body, but its signed hash must still be correct.
  if (!operation.readsBody) await readText(call.payload.chunks, MAX_STRAY_BODY_BYTES);
  return operation.run(call);
}

const MAX_STRAY_BODY_BYTES = 64 * 1024;
