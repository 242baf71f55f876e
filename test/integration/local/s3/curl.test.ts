import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACCESS_KEY_ID, SECRET_ACCESS_KEY, startTestStore, type TestStore } from './test-store.ts';

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const run = promisify(execFile);

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore();
});
afterAll(async () => {
  expect(store.errors).toEqual([]);
  await store[Symbol.asyncDispose]();
});

async function curl(path: string, ...more: string[]): Promise<string> {
  const user = `${ACCESS_KEY_ID}:${SECRET_ACCESS_KEY}`;
  const fixed = ['--silent', '--aws-sigv4', 'aws:amz:us-east-1:s3', '--user', user];
  // Newer versions of curl send it by themselves.
  const header = ['--header', 'x-amz-content-sha256: UNSIGNED-PAYLOAD'];
  const { stdout } = await run('curl', [...fixed, ...header, ...more, `${store.address}${path}`]);
  return stdout;
}

(hasCurl ? describe : describe.skip)('curl --aws-sigv4', () => {
  test('uploads, downloads and lists', async () => {
    const file = import.meta.filename;
    const status = await curl('/data/uploads/BRI/a%20b.csv', '--upload-file', file, '--write-out', '%{http_code}');
    expect(status).toBe('200');
    expect(await curl('/data/uploads/BRI/a%20b.csv')).toContain('curl --aws-sigv4');
    expect(await curl('/data?list-type=2')).toContain('<Key>uploads/BRI/a b.csv</Key>');
  });

  test('reports the error', async () => {
    expect(await curl('/data/nothing')).toContain('<Code>NoSuchKey</Code>');
  });
});
