import { checksumHeaders } from '../body/checksums.ts';
import { requireHeader } from '../http/header-text.ts';
import { slice } from '../store/contents.ts';
import { type ReadableVersion, requireReadable } from '../store/objects.ts';
import { type ByteRange, parseRange } from './byte-range.ts';
import { type ObjectCall, type Operation, parameter, type Reply, versionHeader } from './call.ts';
import { checkReadConditions, matchesIfRange, READ_CONDITIONS } from './read-conditions.ts';
import { parseVersionId } from './version-id.ts';

/** Query parameters by the response header that they override. */
const OVERRIDES = {
  'cache-control': 'response-cache-control',
  'content-disposition': 'response-content-disposition',
  'content-encoding': 'response-content-encoding',
  'content-language': 'response-content-language',
  'content-type': 'response-content-type',
  expires: 'response-expires',
};

const shared = {
  query: ['versionId', ...Object.values(OVERRIDES)],
  headers: ['x-amz-checksum-mode', 'range', ...READ_CONDITIONS],
};

export const getObject: Operation<ObjectCall> = {
  name: 'GetObject',
  method: 'GET',
  ...shared,
  run: (call) => {
    const { version, range, reply } = describe(call);
    const { contents } = call.services;
    const { start, end } = range ?? { start: 0, end: version.size };
    const segments = slice(contents.segments(version.content), start, end);
    const pin = contents.pin(segments);
    return { ...reply, body: contents.read(segments), close: () => pin.release() };
  },
};

export const headObject: Operation<ObjectCall> = {
  name: 'HeadObject',
  method: 'HEAD',
  ...shared,
  run: (call) => describe(call).reply,
};

function describe(call: ObjectCall): { version: ReadableVersion; range: ByteRange | undefined; reply: Reply } {
  const versionId = parseVersionId(parameter(call, 'versionId'));
  const version = requireReadable(call.services.objects.find(call.bucket, call.key, versionId), versionId);
  checkReadConditions(call.headers, version);
  const isRangeValid = matchesIfRange(call.headers.get('if-range'), version);
  const range = isRangeValid ? parseRange(call.headers.get('range'), version.size) : undefined;
  const { start, end } = range ?? { start: 0, end: version.size };
  // The checksum covers the whole object, and a client would compare it with the bytes of the range.
  const wantsChecksum = call.headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' && !range;
  const headers = {
    ...version.headers,
    ...overrides(call),
    ...(wantsChecksum ? checksumHeaders(version.checksum) : {}),
    ...(range ? { 'content-range': `bytes ${start}-${end - 1}/${version.size}` } : {}),
    ...versionHeader(call, version.versionId),
    'accept-ranges': 'bytes',
    'content-length': String(end - start),
    etag: `"${version.etag}"`,
    'last-modified': new Date(version.modifiedAt).toUTCString(),
  };
  return { version, range, reply: { status: range ? 206 : 200, headers } };
}

function overrides(call: ObjectCall): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [header, name] of Object.entries(OVERRIDES)) {
    const value = parameter(call, name);
    if (value !== undefined) given[header] = requireHeader(header, value);
  }
  return given;
}
