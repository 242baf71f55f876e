import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';

/**
 * Removes every version of every object of a bucket permanently.
 * @returns the number of removed versions (including delete markers)
 * @throws Error that names the first object which S3 does not delete
 */
export async function emptyBucket(client: S3Client, bucket: string): Promise<number> {
  for (let removed = 0; ; ) {
    // Listed versions are deleted, so the next page is always the first one.
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    const versions = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    if (versions.length === 0) return removed;
    const Objects = versions.map(({ Key, VersionId }) => ({ Key, VersionId }));
    const { Errors } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    const [failure] = Errors ?? [];
    if (failure) throw new Error(`S3 did not delete ${failure.Key}: ${failure.Code} ${failure.Message}`);
    removed += versions.length;
  }
}
