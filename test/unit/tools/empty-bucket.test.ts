import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from '@jest/globals';
import { emptyBucket } from '../../../tools/empty-bucket.ts';

/** A client with the given answers in sequence; it records the requests. */
function clientThatAnswers(...answers: unknown[]) {
  const client = new S3Client({ region: 'eu-west-1' });
  const requested: unknown[] = [];
  client.send = (async (command: { input: unknown }) => {
    requested.push(command.input);
    return answers.shift();
  }) as typeof client.send;
  return { client, requested };
}

describe('emptying a bucket', () => {
  test('removes versions and marks of deletion, page by page', async () => {
    const { client, requested } = clientThatAnswers(
      {
        Versions: [{ Key: 'a', VersionId: '1', Size: 5 }],
        DeleteMarkers: [{ Key: 'a', VersionId: '2' }],
        IsTruncated: true,
      },
      {},
      { Versions: [{ Key: 'b', VersionId: 'null' }] },
      {},
      {},
    );
    await expect(emptyBucket(client, 'bucket')).resolves.toBe(3);
    expect(requested).toEqual([
      { Bucket: 'bucket' },
      {
        Bucket: 'bucket',
        Delete: {
          Objects: [
            { Key: 'a', VersionId: '1' },
            { Key: 'a', VersionId: '2' },
          ],
          Quiet: true,
        },
      },
      { Bucket: 'bucket' },
      { Bucket: 'bucket', Delete: { Objects: [{ Key: 'b', VersionId: 'null' }], Quiet: true } },
      { Bucket: 'bucket' },
    ]);
  });

  test('sends no deletion for an empty bucket', async () => {
    const { client, requested } = clientThatAnswers({});
    await expect(emptyBucket(client, 'bucket')).resolves.toBe(0);
    expect(requested).toHaveLength(1);
  });

  test('names an object that S3 does not delete', async () => {
    const { client } = clientThatAnswers(
      { Versions: [{ Key: 'a', VersionId: '1' }] },
      { Errors: [{ Key: 'a', Code: 'AccessDenied', Message: 'Access Denied' }] },
    );
    await expect(emptyBucket(client, 'bucket')).rejects.toThrow('S3 did not delete a: AccessDenied Access Denied');
  });
});
