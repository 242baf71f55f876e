import * as z from 'zod';
import { readText } from '../body/read-text.ts';
import { S3Error } from '../errors.ts';
import { parseXml, type XmlElement, xmlDocument } from '../http/xml.ts';
import { type BucketCall, type Operation, xmlReply } from './call.ts';
import { deleteKey } from './delete-object.ts';
import { BODY_HEADERS } from './receive-body.ts';
import { parseVersionId } from './version-id.ts';

const MAX_KEYS = 1000;
const MAX_BODY_BYTES = 2 * 1024 * 1024;

const DeleteSchema = z.object({
  Delete: z.object({
    Object: z
      .array(z.object({ Key: z.string().min(1), VersionId: z.string().optional() }).strict())
      .min(1)
      .max(MAX_KEYS),
    Quiet: z.enum(['true', 'false']).optional(),
  }),
});

type Target = z.infer<typeof DeleteSchema>['Delete']['Object'][number];

export const deleteObjects: Operation<BucketCall> = {
  name: 'DeleteObjects',
  method: 'POST',
  markers: ['delete'],
  headers: BODY_HEADERS,
  readsBody: true,
  run: async (call) => {
    const text = await readText(call.payload.chunks, MAX_BODY_BYTES);
    if (!call.headers.has('content-md5') && !call.payload.digests.checksum) {
      throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5 OR x-amz-checksum-*');
    }
    const parsed = DeleteSchema.safeParse(parseXml(text));
    if (!parsed.success) throw new S3Error('MalformedXML');
    const results: XmlElement[] = [];
    for (const target of parsed.data.Delete.Object) {
      const result = await deleteOne(call, target);
      if (result[0] === 'Error' || parsed.data.Delete.Quiet !== 'true') results.push(result);
    }
    return xmlReply(xmlDocument('DeleteResult', results));
  },
};

async function deleteOne(call: BucketCall, { Key, VersionId }: Target): Promise<XmlElement> {
  try {
    const { versionId, isDeleteMarker } = await deleteKey(call, Key, parseVersionId(VersionId));
    return [
      'Deleted',
      [
        ['Key', Key],
        ['VersionId', VersionId],
        ['DeleteMarker', isDeleteMarker ? true : undefined],
        ['DeleteMarkerVersionId', isDeleteMarker ? versionId : undefined],
      ],
    ];
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return [
      'Error',
      [
        ['Key', Key],
        ['VersionId', VersionId],
        ['Code', error.code],
        ['Message', error.message],
      ],
    ];
  }
}
