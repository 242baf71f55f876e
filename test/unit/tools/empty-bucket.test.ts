import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from '@jest/globals';
import { emptyBucket } from '../../../tools/empty-bucket.ts';

/** A client whose answers are given in turn; it remembers what it was asked. */
function clientThatAnswers(...answers: unknown[]) {
  const client = new S3Client({ region: 'eu-west-1' });
  const asked: unknown[] = [];
  client.send = (async (command: { input: unknown }) => {
    asked.push(command.input);
    return answers.shift();
  }) as typeof client.send;
  return { client, asked };
}

describe('emptying a bucket', () => {
  test('removes versions and marks of deletion, page by page', async () => {
    const { client, asked } = clientThatAnswers(
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
    expect(asked).toEqual([
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

  test('asks for no deletion where there is nothing', async () => {
    const { client, asked } = clientThatAnswers({});
    await expect(emptyBucket(client, 'bucket')).resolves.toBe(0);
    expect(asked).toHaveLength(1);
  });

  test('says what S3 would not delete', async () => {
    const { client } = clientThatAnswers(
      { Versions: [{ Key: 'a', VersionId: '1' }] },
      { Errors: [{ Key: 'a', Code: 'AccessDenied', Message: 'Access Denied' }] },
    );
    await expect(emptyBucket(client, 'bucket')).rejects.toThrow('S3 did not delete a: AccessDenied Access Denied');
  });
});
