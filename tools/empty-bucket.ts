import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';

/**
 * Removes every version of every object of a bucket, for good.
 * @returns how many versions (and marks of deletion) went
 * @throws Error that names the first object which S3 would not delete
 */
export async function emptyBucket(client: S3Client, bucket: string): Promise<number> {
  for (let removed = 0; ; ) {
    // What is listed is then deleted, so the next page is always the first one.
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    const versions = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    if (versions.length === 0) return removed;
    const Objects = versions.map(({ Key, VersionId }) => ({ Key, VersionId }));
    const { Errors } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    const [refused] = Errors ?? [];
    if (refused) throw new Error(`S3 would not delete ${refused.Key}: ${refused.Code} ${refused.Message}`);
    removed += versions.length;
  }
}
