import { createHash } from 'node:crypto';
import * as z from 'zod';
import { checksumOfParts } from '../body/checksum-of-parts.ts';
import { checksumElementName, checksumElements } from '../body/checksums.ts';
import { readText } from '../body/read-text.ts';
import { S3Error } from '../errors.ts';
import { parseXml, xmlDocument } from '../http/xml.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import type { Part, Upload } from '../store/uploads.ts';
import { type ObjectCall, type Operation, versionHeader, xmlReply } from './call.ts';
import { commitObject, WRITE_CONDITIONS } from './commit-object.ts';
import { findUpload } from './upload-part.ts';

const MAX_BODY_BYTES = 4 * 1024 * 1024;
const MAX_PARTS = 10_000;

const CompleteSchema = z.object({
  CompleteMultipartUpload: z.object({
    Part: z
      .array(z.object({ PartNumber: z.string().regex(/^\d{1,5}$/), ETag: z.string() }).catchall(z.string()))
      .min(1)
      .max(MAX_PARTS),
  }),
});

type ListedPart = z.infer<typeof CompleteSchema>['CompleteMultipartUpload']['Part'][number];

export const completeMultipartUpload: Operation<ObjectCall> = {
  name: 'CompleteMultipartUpload',
  method: 'POST',
  markers: ['uploadId'],
  headers: [...WRITE_CONDITIONS, 'x-amz-mp-object-size', 'x-amz-checksum-type'],
  readsBody: true,
  run: async (call) => {
    const text = await readText(call.payload.chunks, MAX_BODY_BYTES);
    const upload = findUpload(call);
    const parsed = CompleteSchema.safeParse(parseXml(text));
    if (!parsed.success) throw new S3Error('MalformedXML');
    checkChecksumType(call, upload);
    const stored = call.services.uploads.parts(upload.id);
    const parts = chooseParts(stored, parsed.data.CompleteMultipartUpload.Part, call.services.minimumPartBytes);
    const version = await commitUpload(call, upload, parts);
    const body = xmlDocument('CompleteMultipartUploadResult', [
      ['Location', `/${call.bucket.name}/${call.key}`],
      ['Bucket', call.bucket.name],
      ['Key', call.key],
      ['ETag', `"${version.etag}"`],
      ...checksumElements(version.checksum),
    ]);
    return xmlReply(body, versionHeader(call, version.versionId));
  },
};

function checkChecksumType(call: ObjectCall, upload: Upload): void {
  const type = call.headers.get('x-amz-checksum-type');
  if (type === undefined || type === upload.checksumKind?.type) return;
  throw new S3Error('InvalidRequest', `The upload was not started with the checksum type ${type}.`);
}

/** The stored parts, in the client's list. @throws S3Error InvalidPartOrder, InvalidPart, EntityTooSmall */
function chooseParts(stored: readonly Part[], listed: readonly ListedPart[], minimumPartBytes: number): Part[] {
  checkOrder(listed);
  const byNumber = new Map(stored.map((part) => [part.number, part]));
  const parts = listed.map((entry) => {
    const part = byNumber.get(Number(entry.PartNumber));
    if (part && part.etag === entry.ETag.replaceAll('"', '') && hasListedChecksum(part, entry)) return part;
    throw new S3Error('InvalidPart', undefined, { details: { PartNumber: entry.PartNumber, ETag: entry.ETag } });
  });
  checkSizes(parts, minimumPartBytes);
  return parts;
}

function checkOrder(listed: readonly ListedPart[]): void {
  let previous = 0;
  for (const { PartNumber } of listed) {
    if (Number(PartNumber) <= previous) throw new S3Error('InvalidPartOrder');
    previous = Number(PartNumber);
  }
}

/** The last part may have any size. */
function checkSizes(parts: readonly Part[], minimumPartBytes: number): void {
  const small = parts.slice(0, -1).find((part) => part.size < minimumPartBytes);
  if (!small) return;
  const details = {
    PartNumber: `${small.number}`,
    ProposedSize: `${small.size}`,
    MinSizeAllowed: `${minimumPartBytes}`,
  };
  throw new S3Error('EntityTooSmall', undefined, { details });
}

/** The client lists checksums as e.g. `<ChecksumCRC32>`. */
function hasListedChecksum(part: Part, entry: ListedPart): boolean {
  return Object.entries(entry)
    .filter(([name]) => name.startsWith('Checksum'))
    .every(([name, value]) => part.checksum?.value === value && checksumElementName(part.checksum) === name);
}

/** The object references the parts' blobs: no byte is copied, whatever the size. */
function commitUpload(call: ObjectCall, upload: Upload, parts: readonly Part[]): Promise<ObjectVersion> {
  const { contents, uploads, clock } = call.services;
  const size = parts.reduce((bytes, part) => bytes + part.size, 0);
  const declared = call.headers.get('x-amz-mp-object-size');
  if (declared !== undefined && declared !== String(size)) {
    throw new S3Error('InvalidRequest', `The provided 'x-amz-mp-object-size' header does not match what was computed.`);
  }
  const object = {
    segments: parts.flatMap((part) => contents.segments(part.content)),
    size,
    etag: etagOfParts(parts),
    checksum: checksumOfParts(upload.checksumKind, parts),
    headers: upload.headers,
    modifiedAt: clock.now().getTime(),
  };
  return commitObject(call, object, 'CompleteMultipartUpload', () => uploads.close(upload.id));
}

function etagOfParts(parts: readonly Part[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(Buffer.from(part.etag, 'hex'));
  return `${hash.digest('hex')}-${parts.length}`;
}
