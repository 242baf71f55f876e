import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import type { ObjectCreatedEvent } from '../../../../local/s3/events/object-created.ts';
import { rejection, startTestStore } from './test-store.ts';

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('each new object sends an event, in the format of EventBridge', async () => {
  const events: ObjectCreatedEvent[] = [];
  const clock = { now: () => new Date() };
  await using store = await startTestStore({ clock, onObjectEvent: async (event) => void events.push(event) });
  const about = { Bucket: 'data', Key: 'uploads/VOUCIM/a b.csv' };
  const { VersionId, $metadata } = await store.client.send(new PutObjectCommand({ ...about, Body: '12345' }));
  await until(() => events.length === 1);
  expect(events[0]).toEqual({
    version: '0',
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '000000000000',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    region: 'us-east-1',
    resources: ['arn:aws:s3:::data'],
    detail: {
      version: '0',
      bucket: { name: 'data' },
      object: {
        key: about.Key,
        size: 5,
        etag: '827ccb0eea8a706c4c34a16891f84e7b',
        'version-id': VersionId,
        sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
      },
      'request-id': $metadata.requestId,
      requester: '000000000000',
      'source-ip-address': '127.0.0.1',
      reason: 'PutObject',
    },
  });
});

test('copies and completed uploads send events; parts, deletions and rejected writes do not', async () => {
  const events: ObjectCreatedEvent[] = [];
  await using store = await startTestStore({ onObjectEvent: async (event) => void events.push(event) });
  const { client } = store;
  await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'a', Body: 'x' }));
  await client.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'b', CopySource: 'plain/a' }));
  await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'b' }));
  await rejection(client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'a', Body: 'y', IfNoneMatch: '*' })));
  const about = { Bucket: 'plain', Key: 'c' };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(about));
  const { ETag } = await client.send(new UploadPartCommand({ ...about, UploadId, PartNumber: 1, Body: 'x' }));
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  await client.send(new CompleteMultipartUploadCommand({ ...about, UploadId, MultipartUpload }));
  await until(() => events.length >= 3);
  expect(events.map(({ detail }) => `${detail.reason} ${detail.object.key}`)).toEqual([
    'PutObject a',
    'CopyObject b',
    'CompleteMultipartUpload c',
  ]);
  expect(events[0]?.detail.object['version-id']).toBeUndefined();
  const sequencers = events.map(({ detail }) => detail.object.sequencer);
  expect(sequencers).toEqual([...sequencers].sort());
});

test('an event is tried again until the handler takes it, and holds up no other', async () => {
  const seen: string[] = [];
  const onObjectEvent = async ({ detail }: ObjectCreatedEvent) => {
    const { key } = detail.object;
    seen.push(key);
    if (key === 'stubborn' && !seen.includes('easy')) throw new Error('not now');
  };
  await using store = await startTestStore({ onObjectEvent });
  await store.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'stubborn', Body: 'x' }));
  await until(() => seen.length > 0);
  await store.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'easy', Body: 'x' }));
  await until(() => seen.at(-1) === 'stubborn' && seen.includes('easy'));
  expect(seen.filter((key) => key === 'easy')).toHaveLength(1);
  expect(store.errors).toHaveLength(seen.length - 2);
});

test('an event that was taken does not come again after a restart; one that was not, does', async () => {
  const first: string[] = [];
  const stuck = new Promise<void>(() => undefined);
  const store = await startTestStore({
    onObjectEvent: ({ detail }) => {
      first.push(detail.object.key);
      return detail.object.key === 'taken' ? Promise.resolve() : stuck;
    },
  });
  for (const Key of ['taken', 'stuck'])
    await store.client.send(new PutObjectCommand({ Bucket: 'data', Key, Body: 'x' }));
  await until(() => first.length === 2);
  await store.close();
  const second: string[] = [];
  await using _ = await startTestStore({
    directory: store.directory,
    onObjectEvent: async ({ detail }) => void second.push(detail.object.key),
  });
  await until(() => second.length > 0);
  expect(second).toEqual(['stuck']);
});

test('all of a flood of events is delivered, a few at a time', async () => {
  let running = 0;
  let most = 0;
  const seen = new Set<string>();
  const onObjectEvent = async ({ detail }: ObjectCreatedEvent) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 20));
    running -= 1;
    seen.add(detail.object.key);
  };
  await using store = await startTestStore({ onObjectEvent });
  const puts = Array.from({ length: 60 }, (_, n) =>
    store.client.send(new PutObjectCommand({ Bucket: 'data', Key: `${n}`, Body: 'x' })),
  );
  await Promise.all(puts);
  await until(() => seen.size === 60);
  expect(most).toBeLessThanOrEqual(16);
});
