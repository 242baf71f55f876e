import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Cloud } from '../cloud.ts';

/** Puts an object into the bucket like any S3 client. Returns the object's version. */
export async function upload(
  { endpoints, region, credentials }: Cloud,
  bucket: string,
  key: string,
  body: Uint8Array | string,
): Promise<string> {
  const client = new S3Client({ endpoint: endpoints.s3, region, credentials });
  try {
    const { VersionId: version } = await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
    return version ?? '';
  } finally {
    client.destroy();
  }
}
